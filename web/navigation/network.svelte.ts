import { sayNow } from "../words/dates.ts";

/** Whether the network is there, as far as the browser and our last request know. */
class Network {
  /** The time it went away, as people say it; undefined while it is there. */
  since = $state<string | undefined>();

  constructor() {
    if (typeof window === "undefined") return;
    window.addEventListener("offline", () => this.lost());
    window.addEventListener("online", () => this.found());
    if (!navigator.onLine) this.lost();
  }

  /** A request did not reach the server. */
  lost(): void {
    this.since ??= sayNow();
  }

  /** A request reached the server. */
  found(): void {
    if (this.since === undefined) return;
    this.since = undefined;
    for (const back of waiting) back();
  }

  /** Asks now instead of waiting for the browser to notice. */
  async look(): Promise<void> {
    await fetch("/api/health").then(
      () => this.found(),
      () => this.lost(),
    );
  }
}

let waiting: (() => void)[] = [];

/** Calls back each time the network returns; returns what ends it. */
export function whenBackOnline(back: () => void): () => void {
  waiting = [...waiting, back];
  return () => {
    waiting = waiting.filter((one) => one !== back);
  };
}

export const network = new Network();
