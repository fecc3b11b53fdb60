import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";

/** Hers alone. */
export const resourceOwnedBy = (actor: Actor): Rule => sql`resource.person_id = ${actor.personId}`;
