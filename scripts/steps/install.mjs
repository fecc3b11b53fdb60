import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { root } from "./root.mjs";
import { run } from "./run-program.mjs";

/** Installs the packages when they are missing or are not those of package-lock.json. */
export async function installWhenNeeded() {
  if (isInstalled()) return;
  if (lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Failure(
      "node_modules is a link to packages that do not match package-lock.json: run npm ci there.",
    );
  console.log("Installing packages, about a minute …");
  // --include=dev: the pages are built here, whatever NODE_ENV says.
  const { code, output } = await npm("ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error");
  if (code !== 0) throw new Failure(`npm ci failed: ${lastError(output)}`);
}

/** Compares with the list npm keeps of what it installed; optional packages of other machines may be absent. */
function isInstalled() {
  const wanted = packagesIn("package-lock.json");
  const found = packagesIn("node_modules/.package-lock.json");
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    const installed = found[path];
    return installed ? installed.version === version : Boolean(optional ?? devOptional);
  });
}

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

/** The npm that started us, else the one on the path. */
function npm(...args) {
  const ours = process.env.npm_execpath;
  return ours?.endsWith(".js") ? run(process.execPath, [ours, ...args]) : run("npm", args);
}

const lastError = (output) => output.trim().split("\n").filter(Boolean).at(-1) ?? "it said nothing.";
