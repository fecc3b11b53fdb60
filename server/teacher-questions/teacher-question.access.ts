import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { anyOf, type Rule } from "#server/access/relations.ts";

/** Only whom it was sent to answers it. */
export const answerableBy = (actor: Actor): Rule => sql`teacher_question.teacher_id = ${actor.personId}`;

/** The teacher it was sent to, and whoever guides the student. */
export const questionReadableBy = (actor: Actor): Rule =>
  anyOf(answerableBy(actor), guidesStudent(actor, sql.ref("teacher_question.student_id")));
