import { serverNow } from "../api/server-clock.ts";

type Segment = { key: string; minutes: number };
type Kept = { at: number; began: number[]; stoodAt?: number | undefined };

/** Another device began it by the server's clock; this one may be wrong. */
const now = () => serverNow().getTime();

/** Where the room is in its agenda: which part, since when, and what each part before it took. Kept through a reload. */
export class AgendaClock {
  at = $state(0);
  now = $state(now());
  #began = $state.raw<number[]>([]);
  /** Since when the clock stands still, while the meeting is interrupted. */
  #stoodAt = $state<number | undefined>();
  readonly #segments: Segment[];
  readonly #place: string;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(conferenceId: string, segments: Segment[], startedAt: string | null) {
    this.#segments = segments;
    this.#place = `lectern.agenda.${conferenceId}`;
    const { at, began, stoodAt } = this.#find() ?? planned(segments, startedAt);
    this.#stoodAt = stoodAt;
    this.at = at;
    this.#began = began;
    this.#timer = setInterval(() => (this.now = now()), 1000);
  }

  /** Seconds left in this part; negative when it has run over. */
  get left(): number {
    const whole = this.#minutes * 60;
    const began = this.#began[this.at];
    return began === undefined ? whole : Math.round(whole - ((this.#stoodAt ?? this.now) - began) / 1000);
  }

  /** An evening forgotten open: no clock helps any more. */
  get isForgotten(): boolean {
    return this.left < -3600;
  }

  /** How far through this part, 0 to 1. */
  get part(): number {
    return Math.min(1, Math.max(0, 1 - this.left / ((this.#minutes || 1) * 60)));
  }

  get #minutes(): number {
    return this.#segments[this.at]?.minutes ?? 0;
  }

  /** What a part that is over took, in seconds. */
  took(index: number): number | undefined {
    const [from, until] = [this.#began[index], this.#began[index + 1]];
    return from === undefined || until === undefined
      ? undefined
      : Math.max(0, Math.round((until - from) / 1000));
  }

  /** The meeting begins with the first part. */
  start(): void {
    this.#began = [now()];
    this.#keep();
  }

  /** Stands still: a fire drill, a crying baby. */
  pause(): void {
    this.#stoodAt ??= now();
    this.#keep();
  }

  /** Goes on where it stood; the interruption counts for no part. */
  resume(): void {
    if (this.#stoodAt === undefined) return;
    const away = now() - this.#stoodAt;
    this.#began = this.#began.map((began, index) => (index === this.at ? began + away : began));
    this.#stoodAt = undefined;
    this.#keep();
  }

  /** Goes to a part, forward or back. */
  go(index: number): void {
    const began = this.#began.slice(0, index);
    while (began.length < index) began.push(now());
    this.#began = [...began, now()];
    this.at = index;
    this.#keep();
  }

  stop = (): void => clearInterval(this.#timer);

  #keep(): void {
    sessionStorage.setItem(
      this.#place,
      JSON.stringify({ at: this.at, began: this.#began, stoodAt: this.#stoodAt }),
    );
  }

  #find(): Kept | undefined {
    const kept = sessionStorage.getItem(this.#place);
    return kept ? (JSON.parse(kept) as Kept) : undefined;
  }
}

/** Where a meeting would be that keeps to its agenda, for a device that opens it in the middle. */
function planned(segments: Segment[], startedAt: string | null): Kept {
  if (!startedAt) return { at: 0, began: [] };
  const began = [Date.parse(startedAt)];
  for (const { minutes } of segments.slice(0, -1)) {
    const next = began.at(-1)! + minutes * 60_000;
    if (next > now()) break;
    began.push(next);
  }
  return { at: began.length - 1, began };
}

/** "2:09", or "+0:30" when it has run over. */
export function sayClock(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
