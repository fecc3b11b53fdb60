import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { projectRoot } from "#server/project-root.ts";

const runsFromSource = import.meta.filename.endsWith(".ts");

/**
 * Starts `server/NAME.worker.ts` in a thread of its own, from source or, in the built server, from the bundle.
 * `name` is the path under server/ without its ending: "files/preview".
 */
export function startWorker(name: string, workerData: unknown = null, memoryMb = 512): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  if (!runsFromSource)
    return new Worker(join(projectRoot, "build/server", `${name}.worker.js`), { workerData, resourceLimits });
  const tsx = createRequire(join(projectRoot, "package.json")).resolve("tsx");
  return new Worker(join(projectRoot, "server", `${name}.worker.ts`), {
    workerData,
    resourceLimits,
    execArgv: ["--import", pathToFileURL(tsx).href],
  });
}
