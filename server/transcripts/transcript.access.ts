import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { readsNumbersOf } from "#server/access/audiences.ts";
import type { Rule } from "#server/access/relations.ts";

/** Grades and credits are numbers: for those who may read results too. `student` holds the student's id. */
export const readableBy = (actor: Actor, student = "student.personId"): Rule =>
  readsNumbersOf(actor, sql.ref(student));
