import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { diplomaOfStudent } from "./plans/plan-of.ts";
import { readableBy } from "./transcript.access.ts";
import type { CourseResult, CurrentGrade } from "./transcript.contract.ts";

const oldestTermFirst = sql`array_position(array['year', 'fall', 'spring', 'summer'], course_result.term)`;

/** What an audit needs to know of a student: the grade she is in, and the diploma of her class. */
export interface Standing {
  readonly grade: number;
  readonly diploma: string | null;
}

const standingOf = (db: Db, { districtId }: Pick<Actor, "districtId">, studentId: string) =>
  db
    .selectFrom("student")
    .select(["student.grade", diplomaOfStudent.as("diploma")])
    .where("student.districtId", "=", districtId)
    .where("student.personId", "=", studentId);

/** The grade and diploma of a student whose numbers this person may read. */
export const readStanding = (db: Db, actor: Actor, studentId: string): Promise<Standing> =>
  standingOf(db, actor, studentId)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("student"));

/** The same, for a caller that has answered who may read it. */
export const unsafeStanding = (
  db: Db,
  district: Pick<Actor, "districtId">,
  studentId: string,
): Promise<Standing> => standingOf(db, district, studentId).executeTakeFirstOrThrow();

/** A student's courses, oldest first; who may read them is answered by reading where she stands. */
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
