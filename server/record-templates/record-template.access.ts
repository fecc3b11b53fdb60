import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import { administersSchool } from "#server/seasons/season.access.ts";

/** Administrators of the school whose record template it is, or of its district. */
export const recordTemplateKeptBy = (actor: Actor): Rule =>
  administersSchool(actor, sql.ref("record_template.school_id"));
