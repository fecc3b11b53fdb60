import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 200));

/** Does the work while nobody else does work of that name in this checkout; a second process waits for the first. */
export async function oneAtATime(name, work) {
  const lock = join(root, "build", `${name}.lock`);
  mkdirSync(join(root, "build"), { recursive: true });
  while (!take(lock)) await aMoment();
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** A process that was killed leaves its lock behind. */
function isHeld(lock) {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    if (owner > 0) process.kill(owner, 0); // signal 0 only asks; an empty file is being written
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
