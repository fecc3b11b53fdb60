import { clockAhead, setClockAhead } from "../api/server-clock.ts";
import type { StudentGoals } from "../goals/goal.api.ts";
import { askKept, findCopy, forgetCopies, keepCopy, prepareDevice } from "../offline/kept-answers.ts";
import { listInvitable } from "../people/people.api.ts";
import { keptPhrases } from "../phrases/kept-phrases.svelte.ts";
import type { RecordReply } from "./record.api.ts";

interface KeptRecord {
  readonly record: RecordReply;
  /** How far the server's clock is ahead of this device's. */
  readonly ahead: number;
}

/** A room as it stands on the screen. */
export interface Standing {
  readonly record: RecordReply;
  readonly goals: StudentGoals | undefined;
}

/** The copy of a room on this device, so that it opens without network; gone once the record is finished. */
export class KeptRoom {
  readonly #conferenceId: string;
  readonly #standing: () => Standing | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPrepared = false;

  /** `standing` is nothing while nobody may write in it. */
  constructor(conferenceId: string, standing: () => Standing | undefined) {
    this.#conferenceId = conferenceId;
    this.#standing = standing;
  }

  /** Where a copy lies: "room:ID:goals". */
  place = (name: string): string => `room:${this.#conferenceId}:${name}`;

  /** Asks the server; while it is away, what it told last. */
  ask = <T>(name: string, ask: () => Promise<T>): Promise<T> => askKept(this.place(name), ask);

  /** The record as it last stood here. */
  async find(): Promise<RecordReply | undefined> {
    const kept = await findCopy<KeptRecord>(this.place("record"));
    // A copy of a build that knew no forms cannot be shown by this one.
    if (!kept?.record.form) return undefined;
    setClockAhead(kept.ahead);
    return kept.record;
  }

  /** What the server told is kept; what it would be asked for later is asked now, since then there may be no network. */
  async prepare(): Promise<void> {
    const standing = this.#standing();
    if (!standing) return await forgetCopies(this.place(""));
    this.keepSoon();
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    await prepareDevice();
    const { personId } = standing.record.student;
    await Promise.allSettled([this.ask("invitable", () => listInvitable(personId)), keptPhrases.look()]);
  }

  /** Something changed; many changes in a moment are one copy. */
  keepSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#keep().catch(() => undefined);
    }, 300);
  }

  async #keep(): Promise<void> {
    const standing = this.#standing();
    if (!standing) return;
    const { record, goals } = standing;
    await keepCopy(this.place("record"), { record, ahead: clockAhead() } satisfies KeptRecord);
    if (goals) await keepCopy(this.place("goals"), goals);
  }
}
