import { Invalid } from "#server/http/problems.ts";
import { dayIn } from "#server/schools/calendar.ts";
import { instantOfLocalTime } from "#server/schools/local-time.ts";

interface Year {
  readonly zone: string;
  readonly yearStartsOn: string;
  readonly yearEndsOn: string;
}

/** The instant meant by a clock time at the school or by an instant, inside the school year. */
export function startOf(startsAt: string, { zone, yearStartsOn, yearEndsOn }: Year): Date {
  const start = /(Z|[+-]\d{2}:\d{2})$/.test(startsAt)
    ? new Date(startsAt)
    : instantOfLocalTime(zone, startsAt);
  if (start === null || Number.isNaN(start.getTime()))
    throw new Invalid("startsAt", "There is no such time on that day. Choose another.", "no-such-time");
  const day = dayIn(zone, start);
  if (day < yearStartsOn || day > yearEndsOn)
    throw new Invalid("startsAt", "That day is outside the school year. Look at the year.", "outside-year");
  return start;
}

/** When a conference ends that takes so many minutes. */
export const endOf = (start: Date, minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

/** How many minutes a conference takes. */
export const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
