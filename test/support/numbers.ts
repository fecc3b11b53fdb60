import type { Insertable } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { AssessmentResult } from "#server/database/tables.ts";
import type { Course, CurrentGrade } from "#server/transcripts/transcript.contract.ts";
import type { Person } from "./people.ts";

/** A course as transcripts know it: a year of English 9 with an A unless told otherwise. */
export const course = (facts: Partial<Course> = {}): Course => {
  const state = facts.state ?? "earned";
  const attempted = facts.attempted ?? 10;
  return {
    course: "English 9",
    subject: "english",
    schoolYear: "2025–26",
    term: "year",
    attempted,
    earned: state === "earned" ? attempted : 0,
    grade: state === "in-progress" ? null : state === "failed" ? "F" : "A",
    state,
    onCollegeList: true,
    externalSchool: null,
    ...facts,
  };
};

/** Puts a course into a student's transcript. */
export async function addCourse(db: Db, { districtId, personId }: Person, facts: Partial<Course> = {}) {
  const id = uuidv7();
  await db
    .insertInto("courseResult")
    .values({ districtId, id, studentId: personId, ...course(facts) })
    .execute();
  return id;
}

/** Says how a course goes: Geometry, a C−, as of conference week. */
export async function addGrade(
  db: Db,
  { districtId, personId }: Person,
  facts: Partial<Omit<CurrentGrade, "id">> = {},
) {
  const id = uuidv7();
  const row = {
    course: "Geometry",
    subject: "math",
    schoolYear: "2026–27",
    grade: "C−",
    comment: "Two quizzes under 60 %",
    asOf: "2026-11-10T14:00:00Z",
    ...facts,
  };
  await db
    .insertInto("currentGrade")
    .values({ districtId, id, studentId: personId, ...row })
    .execute();
  return id;
}

type ResultFacts = Omit<Insertable<AssessmentResult>, "districtId" | "id" | "studentId">;

/** A score on the math test of this fall that grew a little more than expected, unless told otherwise. */
export async function addResult(
  db: Db,
  { districtId, personId: studentId }: Person,
  facts: Partial<ResultFacts> = {},
): Promise<string> {
  const id = uuidv7();
  const result: ResultFacts = {
    ...{ area: "math", test: "MAP Growth", schoolYear: "2026–27", testWindow: "fall", score: 231 },
    ...{ standardError: 3, growth: 8, growthExpected: 6, normYear: 2025, cutTable: "map-2025" },
    ...facts,
  };
  await db
    .insertInto("assessmentResult")
    .values({ ...result, districtId, id, studentId })
    .execute();
  return id;
}
