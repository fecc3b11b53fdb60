import { dayIn } from "./calendar.ts";

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What clocks at the school show at an instant, "2026-11-12T17:40". */
export function localTimeIn(zone: string, instant: Date): string {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    clocks.set(zone, clock);
  }
  return `${dayIn(zone, instant)}T${clock.format(instant)}`;
}

/**
 * The instant at which the school's clocks show a time; null in the hour that spring leaves out.
 * In the hour that autumn has twice, the first is meant: nobody has said otherwise.
 */
export function instantOfLocalTime(zone: string, local: string): Date | null {
  const asIfUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const offsets = [-1, 1].map((side) => offsetAt(zone, new Date(asIfUtc + side * 86_400_000)));
  const candidates = offsets.map((offset) => new Date(asIfUtc - offset));
  candidates.sort((a, b) => a.getTime() - b.getTime());
  return candidates.find((candidate) => localTimeIn(zone, candidate) === local) ?? null;
}

/** How far the school's clocks are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (zone: string, instant: Date): number =>
  Date.parse(`${localTimeIn(zone, instant)}:00Z`) - Math.floor(instant.getTime() / 60_000) * 60_000;
