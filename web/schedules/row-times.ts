/** What says when a row's conference is: its place in the order, or a time of its own. */
interface Timed {
  readonly isOut: boolean;
  /** A time of its own, "2026-11-12T19:00"; empty in the order. */
  readonly own: string;
  /** The rows after it go on from its own time. */
  readonly goesOn: boolean;
}

interface Order {
  /** When the first begins, "2026-11-12T17:40", by the school's clock. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly gap: number;
}

/** When each row begins by the school's clock, one after the other; empty for one left out or not known yet. */
export function timesOf(rows: readonly Timed[], { startsAt, minutes, gap }: Order): string[] {
  let next = startsAt;
  return rows.map(({ isOut, own, goesOn }) => {
    if (isOut) return "";
    if (own !== "" && !goesOn) return own;
    const time = own === "" ? next : own;
    next = later(time, minutes + gap);
    return time;
  });
}

/** So many minutes later on the clock; an hour the clocks skip is the school's to refuse. */
export function later(time: string, minutes: number): string {
  if (time === "") return "";
  return new Date(Date.parse(`${time}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
