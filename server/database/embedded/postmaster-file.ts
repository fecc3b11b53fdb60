import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findProcess } from "./running-process.ts";

/** A PostgreSQL that runs on this cluster now. */
export type Postmaster = { pid: number; port: number; socketFolder: string; command: string };

/** Reads who serves the cluster; a file left by a dead server, or whose number another program has, is removed. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, "postmaster.pid");
  const lines = readLines(file);
  if (!lines) return undefined;
  const running = findProcess(Number(lines[0]));
  if (!running || !serves(running, cluster)) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid: running.pid, command: running.command, port: Number(lines[3]), socketFolder: lines[4] ?? "" };
}

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

// PostgreSQL works in its data folder, so that tells even a server somebody started by hand.
const serves = ({ command, folder }: { command: string; folder: string | undefined }, cluster: string) =>
  /\bpostgres\b/.test(command) && (folder === cluster || command.includes(` -D ${cluster} `));
