const allowance = 30 * 60_000;
const warning = 2 * 60_000;

/** Watches for a computer left alone: warns two minutes before it signs somebody out. */
export class Idle {
  isNear = $state(false);
  #last = Date.now();
  #leave: () => void;

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  /** Somebody is here. */
  touch = (): void => {
    this.#last = Date.now();
    this.isNear = false;
  };

  /** Looks at the clock; called every few seconds, and late ones (a sleeping computer) count too. */
  look(now = Date.now()): void {
    const left = allowance - (now - this.#last);
    this.isNear = left <= warning;
    if (left <= 0) this.#leave();
  }
}
