import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { arrangeableBy } from "#server/conferences/conference.access.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import type { EveningLine } from "./diary.contract.ts";

/** The conferences of a day, as the clocks at each school show it, that were not called off. */
export async function listEvening(db: Db, actor: Actor, day: string): Promise<EveningLine[]> {
  const { rows } =
    await sql<EveningLine>`select conference.id, ${jsonInstant("conference.startsAt")} as starts_at,
      ${jsonInstant("conference.endsAt")} as ends_at, school.time_zone as zone,
      student.given_name || ' ' || student.family_name as student_name, st.grade,
      adviser.given_name || ' ' || adviser.family_name as adviser_name,
      (select h.name from household h where h.district_id = conference.district_id
        and h.id = nullif(conference.household_key, 'joint')::uuid) as household,
      conference.mode, conference.place, conference.language, conference.state,
      coalesce((select json_agg(json_build_object('personId', p.person_id, 'name', guest.given_name || ' ' || guest.family_name,
          'part', p.part, 'relationship', p.relationship, 'expected', p.expected, 'language', p.language)
          order by array_position(array['guardian', 'guest', 'mentor', 'staff', 'interpreter'], p.part), guest.given_name, p.person_id)
        from participant p join person guest on guest.district_id = p.district_id and guest.id = p.person_id
        where p.district_id = conference.district_id and p.conference_id = conference.id), '[]') as people
    from conference
    join student st on st.district_id = conference.district_id and st.person_id = conference.student_id
    join school on school.district_id = st.district_id and school.id = st.school_id
    join person student on student.district_id = conference.district_id and student.id = conference.student_id
    join person adviser on adviser.district_id = conference.district_id and adviser.id = conference.adviser_id
    where conference.district_id = ${actor.districtId} and conference.state <> 'cancelled'
      and conference.starts_at >= ${day}::date - 2 and conference.starts_at < ${day}::date + 3
      and (conference.starts_at at time zone school.time_zone)::date = ${day}::date and ${arrangeableBy(actor)}
    order by conference.starts_at, adviser_name, conference.id`.execute(db);
  return rows;
}
