import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import { administeredBy } from "#server/seasons/season.access.ts";

/** A bundle holds what whoever asked for it may read: hers alone, as long as she administers its season. */
export const bundleReadableBy = (actor: Actor): Rule =>
  sql`record_bundle.asked_by = ${actor.personId} and exists (select 1 from season where season.district_id = record_bundle.district_id and season.id = record_bundle.season_id
    and ${administeredBy(actor)})`;
