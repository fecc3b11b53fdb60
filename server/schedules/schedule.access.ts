import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { anyOf, never, type Rule } from "#server/access/relations.ts";
import { advisoryKeptBy } from "#server/people/advisories/advisory.access.ts";

const ledBy = (actor: Actor): Rule =>
  !actor.isAdviser
    ? never
    : sql`exists (select 1 from advisory_adviser aa where aa.district_id = ${actor.districtId}
        and aa.advisory_id = advisory.id and aa.person_id = ${actor.personId}
        and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date))`;

/** Who leads an advisory today, and its school's office and administrators. */
export const advisoryArrangedBy = (actor: Actor): Rule => anyOf(ledBy(actor), advisoryKeptBy(actor));
