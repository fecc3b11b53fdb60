import { readDraftKey } from "../session/session.api.ts";
import { beforeLeaving, session } from "../session/session.svelte.ts";
import { openSeal, sealWith, type Seal } from "./seal.ts";
import { memoryVault, openVault, type Vault } from "./vault.ts";

const week = 7 * 24 * 3_600_000;

/** Unsent text of one account on this device, encrypted, by place (“goal:0192…:wording”). */
export class Drafts {
  readonly #account: string;
  readonly #vault: Vault;
  readonly #seal: Seal;

  constructor(account: string, vault: Vault, seal: Seal) {
    this.#account = account;
    this.#vault = vault;
    this.#seal = seal;
  }

  async keep(place: string, text: string, now = Date.now()): Promise<void> {
    const closed = await this.#seal.close(text);
    await this.#vault.put({ id: this.#id(place), account: this.#account, at: now, ...closed });
  }

  /** The text kept for a place; nothing when it is older than a week or no longer readable. */
  async find(place: string, now = Date.now()): Promise<string | undefined> {
    const kept = await this.#vault.get(this.#id(place));
    if (!kept) return undefined;
    if (now - kept.at > week) return void (await this.forget(place));
    return this.#seal.open(kept).catch(() => undefined);
  }

  async forget(place: string): Promise<void> {
    await this.#vault.remove(this.#id(place));
  }

  /** How many texts have not reached the server, to warn before signing out. */
  count = async (): Promise<number> => (await this.#vault.list(this.#account)).length;

  empty = (): Promise<void> => this.#vault.empty();

  #id(place: string): string {
    return `${this.#account}/${place}`;
  }
}

const memory = memoryVault();
let opened: { account: string; drafts: Promise<Drafts> } | undefined;

/** The drafts of whoever is signed in. */
export function drafts(): Promise<Drafts> {
  const account = session.actor?.personId ?? "nobody";
  if (opened?.account !== account) opened = { account, drafts: openDrafts(account) };
  return opened.drafts;
}

async function openDrafts(account: string): Promise<Drafts> {
  try {
    if (!globalThis.crypto?.subtle) throw new Error("no encryption on this page");
    const { key } = await readDraftKey();
    return new Drafts(account, await openVault(), await sealWith(key));
  } catch {
    opened = undefined; // the next text asks again: the network may be back
    return new Drafts(account, memory, openSeal);
  }
}

// Asked to leave, a shared computer keeps nothing; somebody timed out finds her text again.
beforeLeaving(async (why) => {
  const before = opened;
  opened = undefined;
  if (why === "asked") await (await before?.drafts)?.empty();
});
