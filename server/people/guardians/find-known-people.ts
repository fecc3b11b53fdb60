import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { plain, plainName } from "#server/people/plain-letters.ts";
import { schoolsKeptBy } from "#server/schools/schools-kept.ts";
import type { KnownPerson } from "./guardian.contract.ts";

const atMost = 10;

/**
 * People who may already be known: guardians at one's own school by a part of their name, anybody else in the district
 * only by the whole name or address, so that nobody leafs through another school's families.
 */
export async function findKnownPeople(db: Db, actor: Actor, search: string): Promise<KnownPerson[]> {
  const words = search.trim();
  const part = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const { districtId, today } = actor;
  const inForce = sql`(gs.until_on is null or gs.until_on >= ${today}::date)`;
  const { rows } = await sql<KnownPerson>`with ours as materialized (select gs.guardian_id from student st
        join guardianship gs on gs.district_id = st.district_id and gs.student_id = st.person_id and ${inForce}
        where st.district_id = ${districtId} and st.school_id = any(${schoolsKeptBy(actor)})),
    known as (
      select person.id from person where person.district_id = ${districtId} and lower(person.email) = lower(${words})
      union select person.id from person where person.district_id = ${districtId} and ${plainName} = ${plain(sql`${words}::text`)}
      union select ours.guardian_id from ours
        where (select ${plainName} from person where person.district_id = ${districtId} and person.id = ours.guardian_id)
          like ${plain(sql`${part}::text`)})
    select person.id as person_id, btrim(person.given_name || ' ' || person.family_name) as name,
      coalesce(children.list, '[]') as children, coalesce(homes.list, '[]') as households
    from known join person on person.district_id = ${districtId} and person.id = known.id
    left join lateral (select json_agg(json_build_object('name', child.given_name, 'schoolName', school.name) order by child.given_name) as list
      from guardianship gs join student st on st.district_id = gs.district_id and st.person_id = gs.student_id
      join person child on child.district_id = gs.district_id and child.id = gs.student_id
      join school on school.district_id = st.district_id and school.id = st.school_id
      where gs.district_id = person.district_id and gs.guardian_id = person.id and ${inForce}) children on true
    left join lateral (select json_agg(distinct jsonb_build_object('id', h.id, 'name', h.name)) as list
      from guardianship gs join household h on h.district_id = gs.district_id and h.id = gs.household_id
      where gs.district_id = person.district_id and gs.guardian_id = person.id) homes on true
    where not exists (select 1 from student st where st.district_id = person.district_id and st.person_id = person.id)
    order by person.family_name, person.given_name, person.id limit ${atMost}`.execute(db);
  return rows;
}
