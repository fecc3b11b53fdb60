import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { anyOf, never, type Rule, type StudentRef } from "#server/access/relations.ts";
import { administeredBy } from "#server/seasons/season.access.ts";

/** Leads this advisory (a column or value) today. */
export const leadsAdvisory = (actor: Actor, advisory: StudentRef): Rule =>
  !actor.isAdviser
    ? never
    : sql`exists (select 1 from advisory_adviser aa where aa.district_id = ${actor.districtId} and aa.person_id = ${actor.personId}
        and aa.advisory_id = ${advisory} and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date))`;

/** Asks for a season's records in one file: its administrators for all of it, an adviser for her own advisory. */
export const recordsGatheredBy = (actor: Actor): Rule =>
  anyOf(
    administeredBy(actor),
    sql`exists (select 1 from advisory a where a.district_id = season.district_id and a.school_id = season.school_id
      and ${leadsAdvisory(actor, sql.ref("a.id"))})`,
  );

/** A bundle holds what whoever asked for it may read: hers alone, as long as she administers its season or leads its advisory. */
export const bundleReadableBy = (actor: Actor): Rule =>
  sql`record_bundle.asked_by = ${actor.personId} and (${leadsAdvisory(actor, sql.ref("record_bundle.advisory_id"))}
    or exists (select 1 from season where season.district_id = record_bundle.district_id and season.id = record_bundle.season_id
      and ${administeredBy(actor)}))`;
