import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { readsNumbersOf } from "#server/access/audiences.ts";
import type { Rule } from "#server/access/relations.ts";

/** Results are numbers: for those who may read grades and transcript. */
export const readableBy = (actor: Actor): Rule =>
  readsNumbersOf(actor, sql.ref("assessmentResult.studentId"));
