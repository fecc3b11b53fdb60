import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds our package.json: the same from source, from build/server and from a test. */
export const projectRoot = findProjectRoot(import.meta.dirname);

/** Whether this process runs the TypeScript files themselves, not the bundle made of them. */
export const runsFromSource = import.meta.filename.endsWith(".ts");

function findProjectRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isOurs(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json of Lectern above ${from}.`);
  }
}

function isOurs(packageFile: string): boolean {
  if (!existsSync(packageFile)) return false;
  return (JSON.parse(readFileSync(packageFile, "utf8")) as { name?: string }).name === "lectern";
}
