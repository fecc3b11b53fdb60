import { sql } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { colleagueKeptBy, colleagueSeenBy } from "#server/people/person.access.ts";
import type { Colleague, StaffList } from "./staff.contract.ts";

/** Everybody employed at one's schools by family name, those whose roles have ended last. */
export async function listStaff(db: Db, actor: Actor): Promise<StaffList> {
  const { districtId, today } = actor;
  const { rows: staff } =
    await sql<Colleague>`select person.id, person.given_name, person.family_name, person.own_script_name,
      person.language, person.email, person.phone, held.roles,
      array(select distinct advisory.name from advisory_adviser aa
        join advisory on advisory.district_id = aa.district_id and advisory.id = aa.advisory_id
        where aa.district_id = person.district_id and aa.person_id = person.id
          and aa.from_on <= ${today}::date and (aa.until_on is null or aa.until_on >= ${today}::date) order by 1) as advises,
      (select ${jsonInstant("o.createdAt")} from outgoing_message o where o.district_id = person.district_id and o.person_id = person.id
        and o.template = 'staff-invitation' order by o.id desc limit 1) as invited_at,
      exists (select 1 from session se where se.account_id = person.account_id) as has_signed_in,
      ${colleagueKeptBy(actor)} as may_edit
    from person
    join lateral (select json_agg(json_build_object('id', r.id, 'role', r.role, 'schoolName', school.name,
          'fromOn', r.from_on, 'untilOn', r.until_on) order by r.until_on is not null, r.role, school.name) as roles,
        bool_or(r.until_on is null or r.until_on >= ${today}::date) as is_here
      from staff_role r left join school on school.district_id = r.district_id and school.id = r.school_id
      where r.district_id = person.district_id and r.person_id = person.id) held on held.roles is not null
    where person.district_id = ${districtId} and ${colleagueSeenBy(actor)}
    order by held.is_here desc, person.family_name, person.given_name, person.id limit 2000`.execute(db);
  return { staff, mayAdd: hasRole(actor, "school-administrator", "district-administrator") };
}
