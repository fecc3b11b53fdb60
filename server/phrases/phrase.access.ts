import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";

/** Hers alone. */
export const phraseOwnedBy = (actor: Actor): Rule => sql`phrase.person_id = ${actor.personId}`;
