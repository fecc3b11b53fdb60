import { sql, type SqlBool } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import { allOf, isEmployed, never, type Rule } from "#server/access/relations.ts";

/** The offices of the district's schools keep who interprets, and into which languages. */
export const languagesKeptBy = (actor: Actor): Rule =>
  !hasRole(actor, "office", "school-administrator")
    ? never
    : sql<SqlBool>`exists (select 1 from interpreter i where i.district_id = ${actor.districtId} and i.person_id = person.id)`;

/** Name, address and way in of somebody who interprets and is nobody else here: no clerk moves a colleague's or a mother's. */
export const interpreterKeptBy = (actor: Actor): Rule =>
  allOf(
    languagesKeptBy(actor),
    sql<SqlBool>`not ${isEmployed(actor, sql.ref("person.id"))}`,
    sql<SqlBool>`not exists (select 1 from guardianship og where og.district_id = ${actor.districtId} and og.guardian_id = person.id)`,
    sql<SqlBool>`not exists (select 1 from mentorship om where om.district_id = ${actor.districtId} and om.mentor_id = person.id)`,
  );
