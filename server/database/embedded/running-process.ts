import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/** What tells one process from a later one that was given the same number. */
export type RunningProcess = { pid: number; startedAt: string; command: string; folder: string | undefined };

/** The process with this number, or undefined when none lives (a zombie does not). */
export function findProcess(pid: number): RunningProcess | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === "linux" ? findInProc(pid) : findByPs(pid);
}

function findInProc(pid: number): RunningProcess | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const startedAt = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    return command === "" ? undefined : { pid, startedAt, command, folder: workingFolder(pid) };
  } catch {
    return undefined;
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // another user's process
  }
}

function findByPs(pid: number): RunningProcess | undefined {
  try {
    const ask = (what: string) =>
      execFileSync("ps", ["-ww", "-o", `${what}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
    if (ask("stat").startsWith("Z")) return undefined;
    return { pid, startedAt: ask("lstart"), command: ask("command"), folder: undefined };
  } catch {
    return undefined;
  }
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Waits until the process is gone; false when it still lives after that many milliseconds. */
export async function isGone(pid: number, milliseconds: number): Promise<boolean> {
  const startedAt = findProcess(pid)?.startedAt;
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    const found = findProcess(pid);
    if (!found || found.startedAt !== startedAt) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
