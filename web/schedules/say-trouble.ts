import { Problem } from "../api/problem.ts";
import { sentenceFor } from "../api/sentence-for.ts";
import { named, sayTime } from "../words/dates.ts";
import { t } from "../words/words.svelte.ts";
import type { Trouble } from "./schedule.api.ts";

/** Whether a row can be set all the same. */
export const isOnlyWarning = ({ code }: Trouble): boolean => code === "place-shared";

/** What stands in the way, by name and time; for which other student only where one may know. */
export function sayTrouble({ code, who, startsAt, student, place }: Trouble, zone: string): string {
  const time = startsAt === null ? "" : sayTime(startsAt, { zone });
  const values = { who: named(who ?? ""), time, student: named(student ?? ""), place: named(place ?? "") };
  const known = student !== null;
  if (startsAt === null) return sentenceFor(new Problem({ status: 409, code }));
  if (code === "participant-busy")
    return t(known ? "schedules.personBusyFor" : "schedules.personBusy", values);
  if (code === "adviser-busy") return t(known ? "schedules.adviserBusyFor" : "schedules.adviserBusy", values);
  if (code === "student-busy") return t("schedules.studentBusy", values);
  if (code === "place-shared") return t("schedules.placeShared", values);
  return sentenceFor(new Problem({ status: 409, code }));
}
