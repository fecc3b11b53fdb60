import { pointsOf } from "#server/transcripts/grade-scale.ts";
import type { Given } from "./read-table.ts";
import { missing, overKept, type Around, type Way } from "./way.ts";

/** A course is taken once in a term of a school year. */
function key(given: Given) {
  for (const field of ["course", "schoolYear"]) if ((given[field] ?? null) === null) return missing(field);
  return {
    course: given["course"] ?? null,
    schoolYear: given["schoolYear"] ?? null,
    term: given["term"] ?? "year",
  };
}

/** Puts together what a course gave; how it stands follows from grade and credits where no column says it. */
function values(given: Given, { kept }: Around) {
  const standing = overKept(given, kept);
  for (const field of ["subject", "attempted"]) if (standing(field) === null) return missing(field);
  const [attempted, earned] = [Number(standing("attempted")), Number(standing("earned") ?? 0)];
  if (earned > attempted) return { reason: "earned-too-many", column: "earned", cell: String(earned) };
  const saysHow = (given["earned"] ?? given["grade"] ?? null) !== null || kept === undefined;
  const state =
    given["state"] ?? (saysHow ? stateOf(standing("grade"), standing("earned")) : (kept?.["state"] ?? null));
  if (state === null) return missing("earned");
  if (earned > 0 && state !== "earned")
    return { reason: "earned-and-state", column: "earned", cell: String(earned) };
  return {
    earned,
    attempted,
    grade: standing("grade"),
    state,
    subject: standing("subject"),
    onCollegeList: standing("onCollegeList") ?? false,
    externalSchool: standing("externalSchool"),
  };
}

/** How a course stands by its grade and credits; null where a passing grade stands without them. */
function stateOf(grade: unknown, earned: unknown): string | null {
  const mark = typeof grade === "string" ? grade.trim() : "";
  if (typeof earned === "number" && earned > 0) return "earned";
  if (/^w(ithdrawn)?$/i.test(mark)) return "withdrawn";
  if (mark === "") return "in-progress";
  return earned === 0 || pointsOf(mark) === 0 ? "failed" : null;
}

export const credits: Way = {
  key,
  values,
  shown: ["earned", "attempted", "grade", "state", "subject", "onCollegeList", "externalSchool"],
};
