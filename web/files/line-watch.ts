const pausesSeconds = [2, 5, 10, 20, 30];

/** Waits for a broken line: tries when the browser says that there is a network again, and after ever longer pauses. */
export class LineWatch {
  readonly #again: () => void;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(again: () => void) {
    this.#again = again;
  }

  watch(): void {
    const pause = pausesSeconds[Math.min(this.#tries++, pausesSeconds.length - 1)]!;
    this.#timer = setTimeout(this.#try, pause * 1000);
    addEventListener("online", this.#try);
  }

  /** Something came through: the next break is a new one. */
  holds(): void {
    this.#tries = 0;
  }

  forget(): void {
    clearTimeout(this.#timer);
    removeEventListener("online", this.#try);
  }

  readonly #try = (): void => {
    this.forget();
    this.#again();
  };
}
