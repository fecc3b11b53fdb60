import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { projectRoot, runsFromSource } from "#server/project-root.ts";

/**
 * Starts `server/NAME.worker.ts` in a thread of its own, from source or, in the built server, from the bundle.
 * `name` is the path under server/ without its ending: "files/previews/preview".
 */
export function startWorker(name: string, workerData: unknown = null, memoryMb = 512): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  const options = { workerData, resourceLimits };
  if (!runsFromSource) return new Worker(join(projectRoot, "build/server", `${name}.worker.js`), options);
  return new Worker(bootFrom(join(projectRoot, "server", `${name}.worker.ts`)), { ...options, eval: true });
}

/** A thread does not inherit tsx from the process, so it registers it before it reads TypeScript. */
function bootFrom(path: string): string {
  const tsx = dirname(createRequire(join(projectRoot, "package.json")).resolve("tsx/package.json"));
  const [api, file] = [join(tsx, "dist/esm/api/index.mjs"), path].map((each) =>
    JSON.stringify(pathToFileURL(each).href),
  );
  return `import(${api}).then(({ register }) => (register(), import(${file})));`;
}
