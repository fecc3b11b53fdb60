import { bandOf } from "#server/assessments/band.ts";
import { findCutTable } from "#server/assessments/cut-table.ts";
import type { Given } from "./read-table.ts";
import { schoolYearOf, windowOf } from "./read-value.ts";
import { missing, overKept, type Around, type Way } from "./way.ts";

const number = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** A test is taken once in an area and a season; its day says the season where no column does. */
function key(given: Given) {
  const test = given["test"];
  if (typeof test !== "string") return missing("test");
  if (given["area"] === null || given["area"] === undefined) return missing("area");
  const day = given["takenOn"];
  const [season, yearOfSeason] = typeof given["window"] === "string" ? given["window"].split(" ") : [];
  const window = season ?? (typeof day === "string" ? windowOf(day) : undefined);
  const schoolYear =
    given["schoolYear"] ?? yearOfSeason ?? (typeof day === "string" ? schoolYearOf(day) : undefined);
  if (window === undefined) return missing("window");
  if (schoolYear === undefined) return missing("schoolYear");
  return { test: findCutTable(test)?.test ?? test, area: given["area"], schoolYear, window };
}

/** Puts a result together; what belonged to another score goes with it, and the band is read anew. */
function values(given: Given, { actor, student, kept }: Around) {
  const about = key(given);
  if ("reason" in about) return about;
  const because = given["notTestedBecause"] ?? null;
  if (because !== null && given["score"] !== null && given["score"] !== undefined)
    return { reason: "score-and-reason" };
  if (typeof given["takenOn"] === "string" && given["takenOn"] > actor.today)
    return { reason: "in-the-future", column: "takenOn", cell: given["takenOn"] };
  const standing = overKept(given, kept);
  const score = because === null ? number(standing("score")) : null;
  if (score === null && because === null && (kept?.["notTestedBecause"] ?? null) === null)
    return missing("score");
  const isOther = kept !== undefined && score !== kept["score"];
  const ofScore = (field: string) =>
    score === null ? null : number(isOther ? (given[field] ?? null) : standing(field));
  const grade = number(standing("grade")) ?? gradeIn(String(about.schoolYear), student.grade, actor.today);
  const percentile = ofScore("percentile");
  const banded = bandOf({ test: about.test, area: String(about.area), grade, score, percentile });
  return {
    score,
    percentile,
    normYear: ofScore("normYear"),
    band: banded?.band ?? (isOther ? null : (kept?.["band"] ?? null)),
    cutTable: banded?.cutTable ?? (isOther ? null : (kept?.["cutTable"] ?? null)),
    growth: ofScore("growth"),
    growthExpected: ofScore("growthExpected"),
    standardError: score === null ? null : number(standing("standardError")),
    grade,
    takenOn: standing("takenOn"),
    notTestedBecause: score === null ? (because ?? kept?.["notTestedBecause"] ?? null) : null,
  };
}

/** The grade she was in during a school year, counted back from the one she is in. */
function gradeIn(schoolYear: string, grade: number, today: string): number | null {
  const then = grade - (Number(schoolYearOf(today).slice(0, 4)) - Number(schoolYear.slice(0, 4)));
  return then >= 0 && then <= 13 ? then : null;
}

export const results: Way = {
  key,
  values,
  shown: [
    ...["score", "percentile", "normYear", "band", "growth", "growthExpected", "standardError"],
    ...["grade", "takenOn", "notTestedBecause"],
  ],
};
