import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import type { Rule } from "#server/access/relations.ts";

/** A support plan is followed by those who guide the student: adviser, case manager, counsellor. */
export const followableBy = (actor: Actor): Rule => guidesStudent(actor, sql.ref("intervention.studentId"));
