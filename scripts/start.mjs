// npm start: installs and builds what is missing or stale, then becomes the server.
// Nothing but Node may be imported before the packages are installed.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { buildWhenStale } from "./steps/build-when-stale.mjs";
import { checkNode } from "./steps/check-node.mjs";
import { orSayWhy } from "./steps/failure.mjs";
import { installWhenNeeded } from "./steps/install.mjs";
import { root } from "./steps/root.mjs";

await orSayWhy(async () => {
  checkNode();
  await installWhenNeeded();
  await buildWhenStale("web", "server");
  process.chdir(root);
  process.setSourceMapsEnabled(true);
  // In this process, so that Ctrl-C, signals and exit codes are the server's own.
  await import(pathToFileURL(join(root, "build/server/main.js")).href);
});
