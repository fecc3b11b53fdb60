import { sql, type SqlBool } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";

/** An upload is its sender's alone. */
export const ownedBy = (actor: Actor): Rule => sql<SqlBool>`upload.owner_id = ${actor.personId}`;
