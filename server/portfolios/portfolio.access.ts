import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { anyOf, isSelf, type Rule } from "#server/access/relations.ts";

const student = sql.ref("portfolio.studentId");

/** Before it is presented, a portfolio is read by the student and those who help her prepare. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(isSelf(actor, student), guidesStudent(actor, student));

/** Only the student arranges it. */
export const editableBy = (actor: Actor): Rule => isSelf(actor, student);
