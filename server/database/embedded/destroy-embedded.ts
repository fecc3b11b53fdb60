import { existsSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findPostmaster } from "./postmaster-file.ts";
import { findProcess, signal } from "./running-process.ts";
import { removeSocketFolder } from "./socket-folder.ts";

/** Ends the server of a throw-away data folder at once and removes all of it; synchronous, so it can be the last thing a process does. */
export function destroyEmbedded(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const left = findPostmaster(join(realpathSync(dataDir), "postgres"));
  if (left) {
    signal(left.pid, "SIGQUIT");
    for (let waited = 0; findProcess(left.pid) && waited < 5_000; waited += 5) pause(5);
    removeSocketFolder(left.socketFolder);
  }
  // Its children may still be closing their files.
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
}

const pause = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
