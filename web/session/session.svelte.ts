import { whenSignedOut } from "../api/client.ts";
import { isAway, problemOf } from "../api/problem.ts";
import { network, whenBackOnline } from "../navigation/network.svelte.ts";
import { loadWords, speak, speakToStranger, speakToStudent } from "../words/words.svelte.ts";
import { keptAccount, noteKeptAccount } from "./kept-account.ts";
import { readSession, signOut, type SessionReply, type SignedIn } from "./session.api.ts";

/** Why the last session ended, so the sign-in page can say it. */
export type Ending = "asked" | "idle" | "expired";

/** Who is here. Pages read `session.actor`; only this folder changes it. */
class Session {
  /** Undefined until the server has answered once. */
  facts = $state.raw<SessionReply | undefined>();
  /** A problem that kept us from asking, shown instead of a page. */
  problem = $state.raw<unknown>();
  ended = $state<Ending | undefined>();
  /** Known from this device alone, since the server could not be asked. */
  isRecalled = $state(false);

  actor = $derived(this.facts?.actor ?? null);
  isReady = $derived(this.facts !== undefined);
  zone = $derived(this.facts?.actor?.school?.zone ?? "UTC");

  /** Asks the server who is here and speaks their language. */
  async load(): Promise<void> {
    try {
      const facts = await readSession();
      if (facts.actor) for (const prepare of arriving) prepare(facts.actor);
      await this.#welcome(facts.actor);
      this.problem = undefined;
      this.facts = facts;
      if (facts.actor) this.ended = undefined;
      this.isRecalled = false;
      await this.#forgetOthers(facts.actor);
    } catch (error) {
      if (await this.#recall(error)) return;
      await speakToStranger().catch(() => undefined);
      this.problem = problemOf(error);
    }
  }

  /** What the last one kept here opens for nobody else; without the mark it does not open even where it cannot be taken away. */
  async #forgetOthers(actor: SignedIn | null): Promise<void> {
    const account = keptAccount();
    if (account === null || account === actor?.personId) return;
    noteKeptAccount(null);
    await device?.().then(
      (it) => it.forget(),
      () => undefined,
    );
  }

  /** Without network: whoever's meeting lies on this device is taken to be here, until the server can be asked. */
  async #recall(error: unknown): Promise<boolean> {
    if (!isAway(error) || !keptAccount() || !device) return false;
    const facts = this.facts ?? (await device().then((it) => it.recall()));
    if (!facts?.actor) return false;
    await this.#welcome(facts.actor);
    this.isRecalled = true;
    network.lost();
    this.facts = facts;
    return true;
  }

  /** Whether this person may do a thing somewhere; a page's own `may…` fields decide the rest. */
  may(name: string): boolean {
    return this.actor?.may[name] === true;
  }

  /** Signs out here and on the server; works offline too, since the page forgets at once. */
  async leave(why: Ending): Promise<void> {
    await this.#letGo(why);
    await signOut().catch(() => undefined);
    this.#forget(why);
  }

  /** The server says nobody is signed in any more. */
  expire(): void {
    if (!this.actor) return;
    void this.#letGo("expired");
    this.#forget("expired");
  }

  async #letGo(why: Ending): Promise<void> {
    await Promise.all(leaving.map((forget) => forget(why)));
    if (keptAccount())
      await device?.().then(
        (it) => it.forget(why),
        () => undefined,
      );
  }

  #forget(why: Ending): void {
    this.ended = why;
    this.facts = { actor: null, demo: this.facts?.demo ?? false };
    void loadWords("session");
  }

  async #welcome(actor: SignedIn | null): Promise<void> {
    speakToStudent(actor?.kind === "student");
    if (actor) return speak(actor.language);
    await speakToStranger();
    await loadWords("session");
  }
}

/** What this device keeps of somebody's meeting; its code is fetched only where something is kept. */
interface Device {
  recall(): Promise<SessionReply | undefined>;
  forget(why?: Ending): Promise<void>;
}
let device: (() => Promise<Device>) | undefined;

/** Registers how to reach what this device keeps. */
export const askDevice = (reach: () => Promise<Device>) => void (device = reach);

type Forget = (why: Ending) => Promise<void> | void;
const leaving: Forget[] = [];

/** Registers what must be forgotten before somebody leaves (drafts, offline copies). */
export const beforeLeaving = (forget: Forget) => leaving.push(forget);

type Prepare = (actor: SignedIn) => void;
const arriving: Prepare[] = [];

/** Registers what is sent for once it is known who is here, before her words have come. */
export const whenKnown = (prepare: Prepare) => arriving.push(prepare);

export const session = new Session();
whenSignedOut(() => session.expire());
// Taken from this device, it is asked again as soon as there is somebody to ask.
whenBackOnline(() => session.isRecalled && void session.load());
