import { dayOf } from "../words/dates.ts";

/** What the school's clocks show, as a date-and-time field wants it: "2026-11-12T17:40". */
export function localTimeOf(instant: string, zone: string): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  const clock = new Intl.DateTimeFormat("en-GB", options).format(new Date(instant));
  return `${dayOf(instant, { zone })}T${clock}`;
}
