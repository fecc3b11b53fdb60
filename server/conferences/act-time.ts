import { Invalid } from "#server/http/problems.ts";

const clocksDiffer = 2 * 60_000;
const aDay = 24 * 3_600_000;

interface Told {
  /** What the device says, corrected by its distance from our clock; nothing when it is told as it happens. */
  readonly at: string | undefined;
  readonly now: Date;
  readonly startsAt: Date;
}

/** When something in the room happened that was done without network and is told now. */
export function timeOfAct({ at, now, startsAt }: Told): Date {
  if (at === undefined) return now;
  const told = new Date(at).getTime();
  if (told > now.getTime() + clocksDiffer) throw new Invalid("at", "That is still to come.", "not-yet");
  if (told < startsAt.getTime() - aDay)
    throw new Invalid("at", "That is before the day of the conference.", "before-conference");
  return new Date(Math.min(told, now.getTime()));
}
