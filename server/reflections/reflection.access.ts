import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { allOf, anyOf, isSelf, type Rule } from "#server/access/relations.ts";

const student = sql.ref("workSample.studentId");

/**
 * What she thinks about her work is read by herself, and by those who guide her once she shared the piece;
 * a co-author or the class's teacher sees the work, not the thoughts. Joins reflection with work_sample.
 */
export const readableBy = (actor: Actor): Rule =>
  anyOf(isSelf(actor, student), allOf(sql`work_sample.shared_with_adviser`, guidesStudent(actor, student)));

/** Only the student answers. */
export const answerableBy = (actor: Actor): Rule => isSelf(actor, student);
