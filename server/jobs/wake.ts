import { EventEmitter } from "node:events";
import type { JobName } from "./jobs.ts";

const bell = new EventEmitter().setMaxListeners(0);

// The transaction that enqueued a job commits a moment later, unseen; looking thrice is cheaper than hooking into it.
const looks = [15, 80, 400];

/** Rings soon after, so that this process does not wait for its next poll. */
export function wakeSoon(name: JobName): void {
  for (const after of looks) setTimeout(() => bell.emit(name), after).unref();
}

/** Calls back whenever a job of this name may be there; returns what stops it. */
export function onWake(name: JobName, listener: () => void): () => void {
  bell.on(name, listener);
  return () => bell.off(name, listener);
}
