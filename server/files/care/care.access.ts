import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isSchoolAdministratorOf, type Rule } from "#server/access/relations.ts";

/** Administrators of a student's school care for her files: they see that one is damaged and whose it is. */
export const caredForBy = (actor: Actor): Rule =>
  isSchoolAdministratorOf(actor, sql.ref("stored_file.owner_id"));
