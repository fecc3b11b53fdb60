import type { ReadinessWithNext, StudentConference } from "../conferences/conference.api.ts";
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

/** Whether anything of the short way is there: a piece, or a goal. */
export const hasBegun = ({ work, newGoals }: ReadinessWithNext): boolean =>
  work.done > 0 || newGoals.done > 0;

/** Nothing is left on her list. */
export function isAllReady(readiness: ReadinessWithNext): boolean {
  const { work, reflections, lastGoals, newGoals, statements, results, rehearsed } = readiness;
  return [work, reflections, lastGoals, newGoals, statements, results, rehearsed].every(
    ({ done, total }) => done >= total,
  );
}

/** Enough for a short conference: a piece with words, and a goal. */
export const isShowable = ({ work, reflections, newGoals }: ReadinessWithNext): boolean =>
  work.done > 0 && reflections.done > 0 && newGoals.done > 0;

/** How loudly the quick path is offered: first of all when little time is left, quietly while nothing is there. */
export type Offer = "now" | "early" | "none";

const soon = 3; // days

export function offerOf(
  conference: StudentConference | undefined,
  moment: Moment,
  readiness: ReadinessWithNext | undefined,
): Offer {
  if (!conference || !readiness || (moment !== "ahead" && moment !== "today")) return "none";
  if (isShowable(readiness)) return "none";
  if (moment === "today" || daysUntil(conference, new Date()) <= soon) return "now";
  return hasBegun(readiness) ? "none" : "early";
}

/** Where she practises: on her conference's own stage, or before there is one. */
export const rehearsalOf = (conference: StudentConference | undefined): string =>
  conference ? `/stage/${conference.id}?rehearse=1` : "/stage/rehearsal";
