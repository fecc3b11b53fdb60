import { problemOf } from "../api/problem.ts";
import { network } from "../navigation/network.svelte.ts";
import { listChanges, type Changes } from "./record.api.ts";

const alone = 2000;
const inCompany = 700;

function away(thrown: unknown): undefined {
  if (problemOf(thrown).code === "offline") network.lost();
}

/** What a follower needs of the room it follows. */
export interface Followed {
  readonly recordId: () => string | undefined;
  readonly since: () => number;
  readonly take: (changes: Changes, askedAt: number) => Promise<void>;
}

/** Asks for other devices' words: every two seconds, or every 0.7 s while somebody else has the room open. */
export class RoomFollower {
  /** Somebody else has the room open. */
  others = false;
  readonly #device = crypto.randomUUID();
  readonly #room: Followed;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> | undefined;
  #stirred = false;
  #isOn = false;

  constructor(room: Followed) {
    this.#room = room;
  }

  start(): void {
    this.#isOn = true;
    document.addEventListener("visibilitychange", this.#wake);
    void this.#round();
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#wake);
  }

  /** Asks now, after what is already being asked. */
  async look(): Promise<void> {
    await this.#asking;
    this.#asking = this.#ask().finally(() => (this.#asking = undefined));
    await this.#asking;
  }

  /** Something changed here that is no field: the other devices hear of it at once. */
  stir(): void {
    this.#stirred = true;
    if (this.others) void this.look();
  }

  #wake = (): void => {
    if (!document.hidden) void this.look();
  };

  async #round(): Promise<void> {
    if (!document.hidden) await this.look();
    clearTimeout(this.#timer);
    if (this.#isOn) this.#timer = setTimeout(() => void this.#round(), this.others ? inCompany : alone);
  }

  async #ask(): Promise<void> {
    const recordId = this.#room.recordId();
    if (!recordId) return;
    const stirred = this.#stirred;
    const askedAt = performance.now();
    const asked = { device: this.#device, stirred };
    const changes = await listChanges(recordId, this.#room.since(), asked).catch(away);
    if (!changes) return;
    network.found();
    if (stirred) this.#stirred = false;
    this.others = changes.others;
    await this.#room.take(changes, askedAt);
  }
}
