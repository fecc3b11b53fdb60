// npm run dev: the server restarts and the pages reload as files change.
import { spawn } from "node:child_process";
import { checkNode } from "./steps/check-node.mjs";
import { orSayWhy } from "./steps/failure.mjs";
import { installWhenNeeded } from "./steps/install.mjs";
import { root } from "./steps/root.mjs";
import { programOf } from "./steps/run-program.mjs";

await orSayWhy(async () => {
  checkNode();
  await installWhenNeeded();
  const server = [programOf("tsx/dist/cli.mjs"), "watch", "--clear-screen=false", "server/main.ts"];
  const pages = [programOf("vite/bin/vite.js"), "web"];
  const children = [server, pages].map((args) =>
    spawn(process.execPath, args, { cwd: root, stdio: "inherit" }),
  );
  const stop = (name) => children.forEach((child) => child.kill(name));
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => stop(name));
  for (const child of children) child.on("exit", () => stop("SIGTERM"));
});
