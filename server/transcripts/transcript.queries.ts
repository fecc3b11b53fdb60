import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readableBy } from "./transcript.access.ts";
import type { CourseResult, CurrentGrade } from "./transcript.contract.ts";

const oldestTermFirst = sql`array_position(array['year', 'fall', 'spring', 'summer'], course_result.term)`;

/** The grade of a student whose numbers this person may read. */
export const readStudentGrade = async (db: Db, actor: Actor, studentId: string): Promise<number> =>
  (
    await db
      .selectFrom("student")
      .select("student.grade")
      .where("student.districtId", "=", actor.districtId)
      .where("student.personId", "=", studentId)
      .where(readableBy(actor))
      .executeTakeFirstOrThrow(() => new NotFound("student"))
  ).grade;

/** The grade of a student, for a caller that has answered who may read it. */
export const unsafeStudentGrade = async (
  db: Db,
  { districtId }: Pick<Actor, "districtId">,
  studentId: string,
): Promise<number> =>
  (
    await db
      .selectFrom("student")
      .select("grade")
      .where("districtId", "=", districtId)
      .where("personId", "=", studentId)
      .executeTakeFirstOrThrow()
  ).grade;

/** A student's courses, oldest first; who may read them is answered by reading her grade. */
export const unsafeListCourses = (
  db: Db,
  { districtId }: Pick<Actor, "districtId">,
  studentId: string,
): Promise<CourseResult[]> =>
  db
    .selectFrom("courseResult")
    .select(["id", "course", "subject", "schoolYear", "term", "attempted", "earned", "grade", "state"])
    .select(["onCollegeList", "externalSchool"])
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .orderBy("schoolYear")
    .orderBy(oldestTermFirst)
    .orderBy("course")
    .$castTo<CourseResult>()
    .execute();

/** How the courses of the newest school year go. */
export const unsafeListGrades = (
  db: Db,
  { districtId }: Pick<Actor, "districtId">,
  studentId: string,
): Promise<CurrentGrade[]> =>
  db
    .selectFrom("currentGrade")
    .select(["id", "course", "subject", "schoolYear", "grade", "comment"])
    .select(sql<string>`${jsonInstant("currentGrade.asOf")}`.as("asOf"))
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("schoolYear", "=", (eb) =>
      eb
        .selectFrom("currentGrade as newest")
        .select((max) => max.fn.max<string>("newest.schoolYear").as("schoolYear"))
        .where("newest.districtId", "=", districtId)
        .where("newest.studentId", "=", studentId),
    )
    .orderBy("course")
    .$castTo<CurrentGrade>()
    .execute();
