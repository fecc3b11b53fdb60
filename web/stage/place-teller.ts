import { tellPlace, type Place, type Step } from "./following.api.ts";
import type { Performance } from "./performance.svelte.ts";

/** Milliseconds between two tellings: more often while a phone follows. */
const [whenFollowed, otherwise] = [1_000, 4_000];

/** The stage's end of a phone that follows: it tells where it is and does what was asked, and never waits for either. */
export class PlaceTeller {
  readonly #stage: string;
  readonly #performance: Performance;
  readonly #onbefore: (place: Place) => void;
  readonly #run = drawRun();
  #isKnown = false;
  #isFollowed = false;
  #isTelling = false;
  #isDue = false;
  #isClosed = false;
  #done = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onbefore` hears where the stage was before this page was loaded anew. */
  constructor(stage: string, performance: Performance, onbefore: (place: Place) => void) {
    this.#stage = stage;
    this.#performance = performance;
    this.#onbefore = onbefore;
  }

  /** Something changed: told at once, or when the last telling is through. */
  changed = (): void => {
    if (this.#isTelling) this.#isDue = true;
    else void this.#tell();
  };

  /** The stage is no more on the screen; `isLeft` when nobody shall wait for it. */
  close(isLeft: boolean): void {
    clearTimeout(this.#timer);
    this.#isClosed = true;
    if (isLeft || this.#performance.isOver) void this.#send(isLeft).catch(() => undefined);
  }

  async #tell(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isTelling = true;
    this.#isDue = false;
    try {
      const { isFollowed, asked, before } = await this.#send(false);
      this.#isFollowed = isFollowed;
      if (before && !this.#isKnown) this.#onbefore(before);
      this.#isKnown = true;
      for (const { number, step } of asked) this.#take(number, step);
    } catch {
      this.#isFollowed = false; // the stage goes on without a network, and tells again
    }
    this.#isTelling = false;
    if (this.#isClosed) return;
    const wait = this.#isDue ? 0 : this.#isFollowed ? whenFollowed : otherwise;
    this.#timer = setTimeout(() => void this.#tell(), wait);
  }

  #take(number: number, step: Step): void {
    if (number <= this.#done || this.#isClosed) return;
    this.#done = number;
    this.#isDue = true; // the phone waits to hear that it was done
    if (step === "black") this.#performance.isBlack = !this.#performance.isBlack;
    else this.#performance.go(step === "on" ? 1 : -1);
  }

  #send = (isLeft: boolean) =>
    tellPlace(this.#stage, {
      run: this.#run,
      begins: !this.#isKnown,
      isLeft,
      done: this.#done,
      place: this.#performance.place,
    });
}

/** Which opened stage this is. */
const drawRun = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
