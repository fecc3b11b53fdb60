import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import type { Runner } from "./runner.ts";

/** The number in the socket's file name; nothing listens on the network. */
export const socketPort = 5432;

// The kernel keeps a socket's path in 108 bytes, the last of them zero; macOS in 104.
const longest = process.platform === "darwin" ? 103 : 107;

const names = ["", "a", "b", "c", "d", "e", "f", "g"];

/**
 * Makes the private folder that holds the socket, in the first temporary folder whose path is short enough.
 * Only when no server runs on the cluster: what a killed one left there is removed, for PostgreSQL itself would take
 * it for alive as soon as any process has its number.
 */
export function makeSocketFolder(cluster: string, runner: Runner): string {
  const hash = createHash("sha256").update(cluster).digest("hex").slice(0, 12);
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp", "/dev/shm"])) {
    for (const name of names) {
      const folder = join(parent, `lectern-${hash}${name}`);
      if (fits(folder) && claim(folder, runner)) return folder;
    }
  }
  throw new CannotStart("No temporary folder with a short path can be written to; set TMPDIR to one.");
}

/** Removes the folder once no server listens in it. */
export const removeSocketFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });

const fits = (folder: string) => Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longest;

/** False when the place is somebody else's: anyone may write to a temporary folder. */
function claim(folder: string, { uid, gid }: Runner): boolean {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    const owners = [process.getuid?.(), uid];
    if (found && !(found.isDirectory() && owners.includes(found.uid))) return false;
    if (!found) mkdirSync(folder, { mode: 0o700 });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    chmodSync(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}
