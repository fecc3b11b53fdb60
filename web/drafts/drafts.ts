import { readDraftKey } from "../session/session.api.ts";
import { beforeLeaving, session } from "../session/session.svelte.ts";
import { isAway } from "../api/problem.ts";
import { keptAccount } from "../session/kept-account.ts";
import { findKey } from "./device-key.ts";
import { keyFrom, openSeal, sealBy, type Seal } from "./seal.ts";
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

  /** The texts of all places that begin so, by place. */
  async list(start: string, now = Date.now()): Promise<[place: string, text: string][]> {
    const prefix = this.#id(start);
    const kept = (await this.#vault.list(this.#account)).filter(({ id }) => id.startsWith(prefix));
    const places = kept.map(({ id }) => id.slice(this.#account.length + 1)).sort();
    const texts = await Promise.all(places.map((place) => this.find(place, now)));
    return places.flatMap((place, at) => (texts[at] === undefined ? [] : [[place, texts[at]]]));
  }

  /** Forgets all places that begin so. */
  async forgetAll(start: string): Promise<void> {
    for (const [place] of await this.list(start)) await this.forget(place);
  }

  /** Lets go of what is older than a week. */
  async sweep(now = Date.now()): Promise<void> {
    const old = (await this.#vault.list(this.#account)).filter(({ at }) => now - at > week);
    for (const { id } of old) await this.#vault.remove(id);
  }

  empty = (): Promise<void> => this.#vault.empty();

  #id(place: string): string {
    return `${this.#account}/${place}`;
  }
}

/** What an account keeps on this device, under one key. */
export interface Shelves {
  /** Text that has not reached the server. */
  readonly drafts: Drafts;
  /** What the server told, for a meeting without network. */
  readonly copies: Drafts;
  /** None where the browser encrypts nothing: then all lies in memory. */
  readonly key: CryptoKey | undefined;
}

let opened: { account: string; shelves: Promise<Shelves> } | undefined;

/** The drafts of whoever is signed in. */
export const drafts = async (): Promise<Drafts> => (await shelves()).drafts;

/** All that whoever is signed in keeps here. */
export function shelves(): Promise<Shelves> {
  const account = session.actor?.personId ?? "nobody";
  if (opened?.account !== account) opened = { account, shelves: openShelves(account) };
  return opened.shelves;
}

/** The shelves of an account whose key lies on this device. */
export async function shelvesBy(account: string, key: CryptoKey): Promise<Shelves> {
  const seal = sealBy(key);
  return {
    drafts: new Drafts(account, await openVault("drafts"), seal),
    copies: new Drafts(account, await openVault("copies"), seal),
    key,
  };
}

const memory = { drafts: memoryVault(), copies: memoryVault() };

async function openShelves(account: string): Promise<Shelves> {
  try {
    if (!globalThis.crypto?.subtle) throw new Error("no encryption on this page");
    return await shelvesBy(account, await keyOf(account));
  } catch {
    opened = undefined; // the next text asks again: the network may be back
    return {
      drafts: new Drafts(account, memory.drafts, openSeal),
      copies: new Drafts(account, memory.copies, openSeal),
      key: undefined,
    };
  }
}

/** The session's key; without network the one that lies on this device, if this account may keep one here. */
async function keyOf(account: string): Promise<CryptoKey> {
  try {
    return await keyFrom((await readDraftKey()).key);
  } catch (thrown) {
    const kept = isAway(thrown) && keptAccount() === account ? await findKey(account) : undefined;
    if (!kept) throw thrown;
    return kept;
  }
}

// Asked to leave, a shared computer keeps nothing; somebody timed out finds her text again.
beforeLeaving(async (why) => {
  const before = opened;
  opened = undefined;
  if (why === "asked") await (await before?.shelves)?.drafts.empty();
});
