import { type Problem, problemOf } from "../api/problem.ts";
import { drafts } from "../drafts/drafts.ts";
import { network, whenBackOnline } from "../navigation/network.svelte.ts";
import { sayNow } from "../words/dates.ts";
import { saving, type SaveState } from "./saving.svelte.ts";

/** How a field reaches the server: the text it replaces and the new one. */
export type Send = (change: { base: string; value: string }) => Promise<unknown>;
type Options = {
  zone?: string;
  /** How long a pause in the typing sends it. */
  pause?: number;
  /** How long somebody may type without a pause before it goes up all the same. */
  longest?: () => number;
  currentOf?: (current: unknown) => string;
};

/**
 * One field that saves itself: bind `value`, show `state`.
 * `place` names it on this device ("goal:ID:wording") so that nothing typed is lost before the server has it.
 * Call `stop()` when the field leaves the page; whatever is unsent still goes up.
 */
export class Autosave {
  #value = $state("");
  state = $state<SaveState>("none");
  /** What somebody else wrote meanwhile, while it is to be decided which text stands. */
  theirs = $state<string | undefined>();
  /** Why the server refused the text, for the field's error line. */
  problem = $state.raw<Problem | undefined>();

  #base: string;
  /** Since when there is something that was not sent. */
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #savedAt = -Infinity;
  #sending: Promise<void> | undefined;
  #shelf: Promise<void> = Promise.resolve();
  #keeping: ReturnType<typeof setTimeout> | undefined;
  readonly #place: string;
  readonly #send: Send;
  readonly #options: Options;
  readonly #unlisten: () => void;

  constructor(place: string, value: string, send: Send, options: Options = {}) {
    this.#place = place;
    this.#value = this.#base = value;
    this.#send = send;
    this.#options = options;
    this.#unlisten = whenBackOnline(() => void this.flush());
    void this.#restore();
  }

  get value(): string {
    return this.#value;
  }
  set value(value: string) {
    this.#value = value;
    this.problem = undefined;
    clearTimeout(this.#timer);
    // In a conflict it is chosen first which text stands; the typing is only kept.
    if (this.state === "conflict") void this.#keep();
    else this.#soon();
  }

  #soon(): void {
    this.#tell("saving");
    this.#keepSoon();
    const now = performance.now();
    this.#since ??= now;
    const left = this.#since + (this.#options.longest?.() ?? Infinity) - now;
    this.#timer = setTimeout(
      () => void this.flush(),
      Math.max(0, Math.min(this.#options.pause ?? 600, left)),
    );
  }

  /** Whether something typed has not reached the server. */
  get isPending(): boolean {
    return this.#value !== this.#base;
  }

  /** Sends what is there now, after what is already on its way. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sending;
    if (!this.isPending) return this.state === "saving" ? this.#tell("saved") : undefined;
    if (this.state === "conflict") return;
    this.#sending = this.#sendNow().finally(() => (this.#sending = undefined));
    await this.#sending;
  }

  /** The reader's own text stands, on top of what the other wrote. */
  async keepMine(): Promise<void> {
    this.#base = this.theirs ?? this.#base;
    this.theirs = undefined;
    this.#tell("saving");
    await this.flush();
  }

  /** The other's text stands. */
  async keepTheirs(): Promise<void> {
    this.#value = this.#base = this.theirs ?? this.#base;
    this.theirs = undefined;
    await this.#saved();
  }

  /**
   * A newer text from the server, when nothing is being typed here. What was asked for (`askedAt`, by
   * `performance.now()`) before our last save was answered is older than it.
   */
  refresh(value: string, askedAt = Infinity): void {
    if (!this.isPending && askedAt >= this.#savedAt) this.#value = this.#base = value;
  }

  /** The field leaves the page. */
  stop = (): void => {
    this.#unlisten();
    void this.flush().finally(() => saving.drop(this.#place));
  };

  async #sendNow(): Promise<void> {
    const value = this.#value;
    this.#since = undefined;
    this.#tell("saving");
    await this.#keep();
    try {
      await this.#send({ base: this.#base, value });
      this.#base = value;
      this.#savedAt = performance.now();
      network.found();
      if (this.isPending) return void this.#again();
      await this.#saved();
    } catch (thrown) {
      this.#refused(problemOf(thrown));
    }
  }

  /** Written down before it is sent, the first key at once: a browser that dies takes a fifth of a second with it. */
  #keepSoon(): void {
    if (this.#keeping !== undefined) return;
    this.#keeping = setTimeout(() => {
      this.#keeping = undefined;
      if (this.isPending) void this.#keep();
    }, 200);
    if (this.isPending) void this.#keep();
  }

  #again(): void {
    this.#timer = setTimeout(() => void this.flush(), 0);
  }

  #refused(problem: Problem): void {
    if (problem.status === 409 && problem.code === "stale") {
      this.theirs = (this.#options.currentOf ?? textOf)(problem.current);
      return this.theirs === this.#value ? void this.keepTheirs() : this.#tell("conflict");
    }
    const mayPass = problem.code === "offline" || problem.status >= 500;
    if (problem.code === "offline") network.lost();
    if (!mayPass) this.problem = problem;
    this.#tell(mayPass ? "offline" : "unsaved");
    if (mayPass) this.#timer = setTimeout(() => void this.flush(), 5000);
  }

  async #saved(): Promise<void> {
    this.#tell("saved", sayNow(this.#options.zone));
    await this.#onShelf(async () => {
      if (!this.isPending) await (await drafts()).forget(this.#place);
    });
  }

  #tell(state: SaveState, time?: string): void {
    this.state = state;
    saving.tell(this.#place, state, time);
  }

  #keep(): Promise<void> {
    return this.#onShelf(async () => {
      await (await drafts()).keep(this.#place, JSON.stringify({ base: this.#base, value: this.#value }));
    });
  }

  /** Keeping and forgetting come one after the other, as they were asked for. */
  #onShelf(work: () => Promise<void>): Promise<void> {
    this.#shelf = this.#shelf.then(work, work);
    return this.#shelf;
  }

  /** Text that never reached the server last time goes up now, on the base it was typed on. */
  async #restore(): Promise<void> {
    const kept = await (await drafts()).find(this.#place);
    if (kept === undefined || this.isPending) return;
    const { base, value } = JSON.parse(kept) as { base: string; value: string };
    if (value === this.#value) return (await drafts()).forget(this.#place);
    this.#base = base;
    this.value = value;
  }
}

const textOf = (current: unknown): string => (typeof current === "string" ? current : "");
