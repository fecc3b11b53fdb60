import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "#server/project-root.ts";

const run = promisify(execFile);
const node = (args: string[], env: Record<string, string> = {}) =>
  run(process.execPath, args, { cwd: projectRoot, env: { ...process.env, NODE_ENV: "production", ...env } });

/** The pages as people get them, in build/web; built only when stale, since other tests serve the same folder. */
export async function buildPages(): Promise<void> {
  const steps = join(projectRoot, "scripts/steps/build-when-stale.mjs");
  await node([
    "--input-type=module",
    "-e",
    `await (await import(${JSON.stringify(steps)})).buildWhenStale("web")`,
  ]);
}

/** The design gallery, built for production as well: a development build differs in what the router sees. */
export async function buildGallery(): Promise<void> {
  await node(["node_modules/vite/bin/vite.js", "build", "web", "--logLevel", "error"], { GALLERY: "1" });
}
