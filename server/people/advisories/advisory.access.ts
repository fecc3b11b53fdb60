import { sql, type SqlBool } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import { anyOf, type Rule } from "#server/access/relations.ts";
import { keepsSchool } from "#server/schools/school.access.ts";

/** The office and the administrators of its school. */
export const advisoryKeptBy = (actor: Actor): Rule => keepsSchool(actor, sql.ref("advisory.schoolId"));

/** A district administrator looks, and changes nothing. */
export const advisorySeenBy = (actor: Actor): Rule =>
  anyOf(advisoryKeptBy(actor), sql<SqlBool>`${hasRole(actor, "district-administrator")}`);
