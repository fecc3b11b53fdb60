import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import {
  allOf,
  anyOf,
  isSelf,
  isTeacherOf,
  never,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

export { readableBy as portfolioReadableBy } from "#server/portfolios/portfolio.access.ts";
export { readableBy as reflectionReadableBy } from "#server/reflections/reflection.access.ts";

const student = sql.ref("workSample.studentId");

/** Work in progress is the student's; staff see it once she shared it, co-authors their common piece, teachers what was handed in to their class. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(
    isSelf(actor, student),
    isCoAuthor(actor),
    allOf(sql`work_sample.shared_with_adviser`, guidesStudent(actor, student)),
    isHandedInTo(actor),
  );

/** A teacher of the class the piece was handed in to. */
export const isHandedInTo = (actor: Actor): Rule =>
  allOf(sql`work_sample.submitted_to_class`, isTeacherOf(actor, student), teachesItsClass(actor));

/** Only the student changes her work. */
export const editableBy = (actor: Actor): Rule => isSelf(actor, student);

/** A student's shelf is open to herself and to those who guide her, who find on it only what she shared. */
export const seesShelfOf = (actor: Actor, owner: StudentRef): Rule =>
  anyOf(isSelf(actor, owner), guidesStudent(actor, owner));

const isCoAuthor = (actor: Actor): Rule =>
  !actor.isStudent
    ? never
    : sql`exists (select 1 from work_sample_author a where a.district_id = ${actor.districtId}
        and a.work_sample_id = work_sample.id and a.student_id = ${actor.personId})`;

const teachesItsClass = (
  actor: Actor,
): Rule => sql`exists (select 1 from class_teacher t where t.district_id = ${actor.districtId}
  and t.class_id = work_sample.class_id and t.person_id = ${actor.personId})`;
