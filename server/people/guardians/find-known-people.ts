import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { holdsRoleAt } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";
import { plain } from "#server/people/plain-letters.ts";
import type { KnownPerson } from "./guardian.contract.ts";

const atMost = 10;

/**
 * People who may already be known: guardians at one's own school by a part of their name, anybody else in the district
 * only by the whole name or address, so that nobody leafs through another school's families.
 */
export async function findKnownPeople(db: Db, actor: Actor, search: string): Promise<KnownPerson[]> {
  const name = sql`concat_ws(' ', person.given_name, nullif(person.family_name, ''))`;
  const words = search.trim();
  const part = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<KnownPerson>`select person.id as person_id, ${name} as name,
      coalesce(children.list, '[]') as children, coalesce(homes.list, '[]') as households
    from person
    left join lateral (select json_agg(json_build_object('name', child.given_name, 'schoolName', school.name) order by child.given_name) as list,
        bool_or(${holdsRoleAt(actor, sql.ref("st.schoolId"), "office", "school-administrator")}) as is_ours
      from guardianship gs join student st on st.district_id = gs.district_id and st.person_id = gs.student_id
      join person child on child.district_id = gs.district_id and child.id = gs.student_id
      join school on school.district_id = st.district_id and school.id = st.school_id
      where gs.district_id = person.district_id and gs.guardian_id = person.id
        and (gs.until_on is null or gs.until_on >= ${actor.today}::date)) children on true
    left join lateral (select json_agg(distinct jsonb_build_object('id', h.id, 'name', h.name)) as list
      from guardianship gs join household h on h.district_id = gs.district_id and h.id = gs.household_id
      where gs.district_id = person.district_id and gs.guardian_id = person.id) homes on true
    where person.district_id = ${actor.districtId}
      and not exists (select 1 from student st where st.district_id = person.district_id and st.person_id = person.id)
      and (lower(person.email) = lower(${words}) or ${plain(name)} = ${plain(sql`${words}::text`)}
        or (children.is_ours and ${plain(name)} like ${plain(sql`${part}::text`)}))
    order by person.family_name, person.given_name, person.id limit ${atMost}`.execute(db);
  return rows;
}
