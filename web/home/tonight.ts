import type { StaffConference } from "../conferences/conference.api.ts";
import { dayOf } from "../words/dates.ts";

/** What a line of the evening says about itself. */
export type Standing = "held" | "held-alone" | "stopped" | "no-one" | "now" | "next" | "late" | "later";

const tenMinutes = 10 * 60_000;

/** Today's conferences at the school, in order. */
export const conferencesOfToday = (led: StaffConference[], now: Date): StaffConference[] =>
  led.filter(
    ({ startsAt, zone, state }) =>
      state !== "cancelled" && dayOf(startsAt, { zone }) === dayOf(now.toISOString(), { zone }),
  );

/** The one whose door to open: what is on, else the first that is still to begin. */
export const currentOf = (today: StaffConference[]): StaffConference | undefined =>
  today.find(({ state }) => state === "live" || state === "paused") ??
  today.find(({ state }) => state === "planned");

/** How one of the evening's conferences stands. */
export function standingOf(conference: StaffConference, today: StaffConference[], now: Date): Standing {
  const { state, outcome, startsAt } = conference;
  if (state === "ended") return outcomes[outcome ?? ""] ?? "held";
  if (state === "live" || state === "paused") return "now";
  if (now.getTime() - Date.parse(startsAt) > tenMinutes) return "late";
  return today.find((one) => one.state === "planned") === conference ? "next" : "later";
}

/** How an ended conference stands, by its outcome. */
export const outcomes: Record<string, Standing> = {
  held: "held",
  "held-without-family": "held-alone",
  stopped: "stopped",
  "not-met": "no-one",
};
