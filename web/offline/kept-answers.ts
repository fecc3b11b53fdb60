import { isAway } from "../api/problem.ts";
import { keepKey } from "../drafts/device-key.ts";
import { shelves } from "../drafts/drafts.ts";
import { noteKeptAccount } from "../session/kept-account.ts";
import { session } from "../session/session.svelte.ts";
import { keepShell } from "./shell.ts";

/** Students keep nothing on a device that many use. */
const mayKeep = () => session.actor !== null && session.actor.kind !== "student";

/** Makes this device able to open a meeting without network: its key, who is here, and the pages' own files. */
export async function prepareDevice(): Promise<void> {
  const { actor } = session;
  const { copies, key } = await shelves();
  if (!actor || !mayKeep() || !key || session.isRecalled) return;
  await keepKey(actor.personId, key);
  await copies.keep("session", JSON.stringify(session.facts));
  noteKeptAccount(actor.personId);
  await copies.sweep();
  keepShell();
}

/** Keeps a copy of what the server told, at its place ("room:0192…:record"). */
export async function keepCopy(place: string, told: unknown): Promise<void> {
  const { copies, key } = await shelves();
  if (!mayKeep() || !key) return;
  await copies.keep(place, JSON.stringify(told));
  await keepKey(session.actor!.personId, key); // somebody is at work here
}

/** What was kept at a place. */
export async function findCopy<T>(place: string): Promise<T | undefined> {
  const kept = await (await shelves()).copies.find(place);
  return kept === undefined ? undefined : (JSON.parse(kept) as T);
}

/** Asks, and keeps the answer; while the server is away, what it told last. */
export async function askKept<T>(place: string, ask: () => Promise<T>): Promise<T> {
  try {
    const told = await ask();
    void keepCopy(place, told).catch(() => undefined);
    return told;
  } catch (thrown) {
    const kept = isAway(thrown) ? await findCopy<T>(place) : undefined;
    if (kept === undefined) throw thrown;
    return kept;
  }
}

/** Nothing of it stays here. */
export async function forgetCopies(start: string): Promise<void> {
  await (await shelves()).copies.forgetAll(start);
}
