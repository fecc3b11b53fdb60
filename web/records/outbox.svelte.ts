import { uuidv7 } from "uuidv7";
import { isAway, problemOf } from "../api/problem.ts";
import { serverNow } from "../api/server-clock.ts";
import { saving } from "../autosave/saving.svelte.ts";
import { drafts } from "../drafts/drafts.ts";
import { network, whenBackOnline } from "../navigation/network.svelte.ts";
import { perform, subjectOf, type Act, type ActPlace, type KeptAct } from "./acts.ts";

const again = 5000;

/** An act the server did not take: somebody else had said otherwise (`theirs`), or it cannot be. */
export interface Refusal {
  readonly act: KeptAct;
  readonly problem: unknown;
  readonly theirs: unknown;
}

/** Acts on their way to the server, in the order they were done; each lies on this device until it is answered. */
export class Outbox {
  waiting = $state.raw<KeptAct[]>([]);
  refused = $state.raw<Refusal[]>([]);
  readonly #place: ActPlace;
  readonly #told: (act: KeptAct, taken: boolean) => void;
  readonly #unlisten: () => void;
  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: ActPlace, told: (act: KeptAct, taken: boolean) => void) {
    this.#place = place;
    this.#told = told;
    this.#unlisten = whenBackOnline(() => void this.flush());
  }

  /** Brings back what was done on this device and not told. */
  async restore(): Promise<void> {
    const kept = await (await drafts()).list(this.#start);
    this.#put(kept.map(([, text]) => ({ ...(JSON.parse(text) as KeptAct), isLate: true })));
  }

  /** Writes it down, to be sent by `flush`. */
  async add(act: Act): Promise<KeptAct> {
    const kept: KeptAct = { ...act, actId: uuidv7(), at: serverNow().toISOString(), isLate: false };
    await (await drafts()).keep(this.#start + kept.actId, JSON.stringify(kept));
    this.#put([...this.waiting, kept]);
    return kept;
  }

  /** Sends what waits; ends at the first act that does not get through. */
  async flush(): Promise<void> {
    await this.#sending;
    if (this.waiting.length === 0) return;
    this.#sending = this.#sendAll().finally(() => (this.#sending = undefined));
    await this.#sending;
  }

  isWaiting = (subject: string): boolean =>
    this.waiting.some((act) => act.isLate && subjectOf(act) === subject);

  /** What somebody else said otherwise about this. */
  conflictOf = (subject: string): Refusal | undefined =>
    this.refused.find(({ act, theirs }) => theirs !== undefined && subjectOf(act) === subject);

  /** Ours stands, over what they said. */
  async insist(refusal: Refusal): Promise<void> {
    const { actId: _old, at: _at, isLate: _late, ...act } = refusal.act;
    const said = refusal.theirs as { attendance?: string; outcome?: string };
    const base = (said.attendance ?? said.outcome ?? null) as never;
    await this.add("base" in act ? { ...act, base } : act);
    await this.dismiss(refusal);
    await this.flush();
  }

  /** It was read and settled; until then it lies on this device, and a reload tries it again. */
  async dismiss(refusal: Refusal): Promise<void> {
    this.refused = this.refused.filter((one) => one !== refusal);
    const all = await drafts();
    await all.forget(this.#start + refusal.act.actId);
    if (refusal.act.kind === "goal") await all.forgetAll(wordsPlace(refusal));
  }

  /** The words typed into what was not taken, so that they can be put elsewhere. */
  async wordsOf(refusal: Refusal): Promise<string[]> {
    if (refusal.act.kind === "attempt") return [refusal.act.result];
    if (refusal.act.kind === "come") return [refusal.act.shown.name];
    if (refusal.act.kind !== "goal") return [];
    const kept = await (await drafts()).list(wordsPlace(refusal));
    return kept.map(([, text]) => (JSON.parse(text) as { value: string }).value).filter(Boolean);
  }

  stop(): void {
    this.#unlisten();
    clearTimeout(this.#timer);
    saving.drop(this.#start);
  }

  get #start(): string {
    return `act:${this.#place.conferenceId}:`;
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#timer);
    for (let act = this.waiting[0]; act; act = this.waiting[0]) {
      try {
        await perform(this.#place, act);
      } catch (thrown) {
        if (isAway(thrown) || problemOf(thrown).status === 401) return this.#wait(thrown);
        if (isImpossibleTime(thrown) && act.isLate) {
          // A clock that cannot be right: it happened all the same, and the server's own time counts.
          this.#put(this.waiting.map((one) => (one === act ? { ...one, isLate: false } : one)));
          continue;
        }
        this.#refuse(act, thrown);
        this.#put(this.waiting.filter(({ actId }) => actId !== act.actId));
        this.#told(act, false);
        continue;
      }
      network.found();
      await this.#forget(act);
      this.#told(act, true);
    }
  }

  #wait(thrown: unknown): void {
    if (problemOf(thrown).code === "offline") network.lost();
    this.#put(this.waiting.map((act) => ({ ...act, isLate: true })));
    this.#timer = setTimeout(() => void this.flush(), again);
  }

  #refuse(act: KeptAct, thrown: unknown): void {
    const problem = problemOf(thrown);
    const theirs = problem.code === "stale" ? (problem.current ?? null) : undefined;
    this.refused = [...this.refused, { act, problem, theirs }];
  }

  async #forget(act: KeptAct): Promise<void> {
    await (await drafts()).forget(this.#start + act.actId);
    this.#put(this.waiting.filter(({ actId }) => actId !== act.actId));
  }

  #put(waiting: KeptAct[]): void {
    this.waiting = waiting;
    if (waiting.some(({ isLate }) => isLate)) saving.tell(this.#start, "offline");
    else saving.tell(this.#start, "none");
  }
}

/** Where the fields of a goal keep what was typed into them. */
const wordsPlace = ({ act }: Refusal): string => (act.kind === "goal" ? `goal:${act.goal.id}:` : "");

const isImpossibleTime = (thrown: unknown): boolean => {
  const { status, field } = problemOf(thrown);
  return status === 400 && (field === "at" || field === "madeAt");
};
