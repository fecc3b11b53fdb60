import { dayIn } from "#server/schools/calendar.ts";
import { instantOfLocalTime } from "#server/schools/local-time.ts";
import type { Given } from "./read-table.ts";
import { schoolYearOf } from "./read-value.ts";
import { missing, overKept, type Around, type Way } from "./way.ts";

/** A course has one grade in a school year; the year is that of the day it is said for. */
const keyOn = (given: Given, today: string) => {
  if (given["course"] === null || given["course"] === undefined) return missing("course");
  const day = typeof given["asOf"] === "string" ? given["asOf"].slice(0, 10) : today;
  return { course: given["course"], schoolYear: given["schoolYear"] ?? schoolYearOf(day) };
};

/** Puts a grade together; one that is older than what stands is not taken for news. */
function values(given: Given, { actor, student, kept }: Around) {
  if ((given["grade"] ?? null) === null) return missing("grade");
  const standing = overKept(given, kept);
  if (standing("subject") === null) return missing("subject");
  const asOf = momentOf(given, student.zone, actor.today);
  if (asOf === null || asOf > actor.now)
    return { reason: "in-the-future", column: "asOf", cell: String(given["asOf"] ?? "") };
  const before = typeof kept?.["asOf"] === "string" ? new Date(kept["asOf"]) : null;
  const sameDay = before !== null && dayIn(student.zone, before) === dayIn(student.zone, asOf);
  if (before !== null && before > asOf && !(sameDay && isDayOnly(given)))
    return { reason: "older", column: "asOf", cell: before.toISOString() };
  return {
    grade: given["grade"] ?? null,
    comment: standing("comment") ?? "",
    asOf: (before !== null && before > asOf ? before : asOf).toISOString(),
    subject: standing("subject"),
  };
}

const isDayOnly = (given: Given): boolean =>
  typeof given["asOf"] !== "string" || given["asOf"].endsWith("T00:00");

/** The instant a grade is said for, on the school's clock; the beginning of today where no column says it. */
const momentOf = (given: Given, zone: string, today: string): Date | null =>
  instantOfLocalTime(zone, typeof given["asOf"] === "string" ? given["asOf"] : `${today}T00:00`);

export const grades: Way = {
  key: (given, { today }) => keyOn(given, today),
  values,
  shown: ["grade", "comment", "asOf", "subject"],
};
