import type { StudentConference } from "../conferences/conference.api.ts";
import { dayOf, daysBetween } from "../words/dates.ts";

/** Where a student is on her way: the home opens with it. */
export type Moment = "none" | "ahead" | "today" | "overdue" | "live" | "after";

/** The conference her home speaks of: one that is on, else the next, else the last. */
export function conferenceOf(own: StudentConference[]): StudentConference | undefined {
  const inState = (...states: string[]) => own.filter(({ state }) => states.includes(state));
  return inState("live", "paused")[0] ?? inState("planned")[0] ?? inState("ended").at(-1);
}

/** Where she is on the way to, or from, a conference. */
export function momentOf(conference: StudentConference | undefined, now: Date): Moment {
  if (!conference) return "none";
  if (conference.state === "live" || conference.state === "paused") return "live";
  if (conference.state === "ended") return "after";
  const days = daysUntil(conference, now);
  return days > 0 ? "ahead" : days === 0 ? "today" : "overdue";
}

/** Whole days at the school until a conference. */
export const daysUntil = ({ startsAt, zone }: { startsAt: string; zone: string }, now: Date): number =>
  daysBetween(dayOf(now.toISOString(), { zone }), dayOf(startsAt, { zone }));
