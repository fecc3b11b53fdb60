import type { Evening } from "./evening.svelte.ts";
import { followStage, type Followed, type Step } from "./following.api.ts";
import type { Performance } from "./performance.svelte.ts";

type ToldStage = NonNullable<Followed["stage"]>;

/** Milliseconds. */
const between = 1_000;
const whileWaiting = 3_000;
const aMoment = 700;
/** A stage that has told nothing for this long is out of reach. */
const silence = 12_000;
/** How long a step is shown here before the stage has said that it took it. */
const patience = 4_000;

/** A phone of her own: it follows the stage over the server, and goes on by hand while the stage is out of reach. */
export class StageFollower {
  /** `waiting`: no stage is there. `following`: it is. `alone`: by hand, out of reach or because she wants to. */
  state = $state<"waiting" | "following" | "alone">("waiting");
  performance = $state.raw<Performance | undefined>();
  /** Which talk it is: its ticks are of no other. */
  talk = $state("");
  readonly #evening: Evening;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isClosed = false;
  #asked = { number: 0, run: "", at: -Infinity };
  #read = -Infinity;

  constructor(evening: Evening) {
    this.#evening = evening;
  }

  /** Looks for the stage from now on; a moment later, since a window beside the stage hears of it without a server. */
  begin = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), aMoment);
  };

  pause = (): void => clearTimeout(this.#timer);

  /** Her notes by hand, when there is no stage to follow. */
  async goAlone(): Promise<void> {
    if (!this.performance) await this.#readNotes();
    if (!this.performance) return;
    this.state = "alone";
    this.performance.start();
  }

  go(by: 1 | -1): void {
    this.performance?.go(by);
    void this.#ask(by === 1 ? "on" : "back");
  }

  black(): void {
    if (!this.performance) return;
    this.performance.isBlack = !this.performance.isBlack;
    void this.#ask("black");
  }

  close = (): void => {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.performance?.stop();
  };

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    if (!this.performance) await this.#readNotes();
    if (!document.hidden && !this.#isAsking) await this.#exchange(null);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#look(), this.state === "following" ? between : whileWaiting);
  }

  /** A step for the stage: it shows here at once, and what the stage says stands. */
  async #ask(step: Step): Promise<void> {
    if (this.state !== "following") return;
    this.#asked = { ...this.#asked, at: performance.now() };
    await this.#exchange(step);
  }

  async #exchange(step: Step | null): Promise<void> {
    const stage = this.#evening.stageAddress;
    if (!stage) return;
    this.#isAsking = true;
    try {
      const { number, stage: told } = await followStage(stage, step);
      if (step !== null && told) this.#asked = { number, run: told.run, at: this.#asked.at };
      await this.#hear(told);
    } catch {
      this.#lose();
    } finally {
      this.#isAsking = false;
    }
  }

  async #hear(told: ToldStage | null): Promise<void> {
    if (!told || told.age > silence) return this.#lose();
    const { number, run, at } = this.#asked;
    const isBehind = told.run === run && told.done < number && performance.now() - at < patience;
    if (this.state === "following" && isBehind) return;
    if (!this.performance?.stand(told.place, told.age)) {
      await this.#readNotes(); // a piece was added, or it has begun in earnest
      if (!this.performance?.stand(told.place, told.age)) return;
    }
    this.talk = this.#evening.stage?.presentation?.id ?? told.run;
    if (this.state !== "following") this.performance.start();
    this.state = "following";
  }

  /** Out of reach: what she sees stays, and she goes on by hand. */
  #lose(): void {
    if (this.state === "following") this.state = this.performance?.isOver ? "waiting" : "alone";
  }

  /** Reads what will be shown, with her notes: not more often than every three seconds. */
  async #readNotes(): Promise<void> {
    if (performance.now() - this.#read < whileWaiting) return;
    this.#read = performance.now();
    const read = await this.#evening.readNotes();
    if (!read) return;
    this.performance?.stop();
    this.performance = read;
    this.talk = this.#evening.stage?.presentation?.id ?? "";
    if (this.state !== "waiting") read.start();
  }
}
