import { sql } from "kysely";
import { rightsStay } from "#server/access/of-age.ts";
import type { Db } from "#server/database/connect.ts";
import { isDecentHour } from "#server/schools/decent-hour.ts";
import type { Concerned } from "./message.queries.ts";

/** Somebody to be reminded of a conference, and the number of that reminder: another time is another reminder. */
export interface Reminded extends Concerned {
  readonly conferenceId: string;
  readonly notice: number;
}

/** When, and in which district. */
interface Asked {
  readonly districtId: string;
  readonly now: Date;
}

/**
 * Who comes to a conference of the next two days and may still be written to, where it is a decent hour now; not who
 * heard of it in the last day, nor twice of the same time. Unscoped: it is the school that reminds.
 */
export async function unsafeListReminded(db: Db, asked: Asked): Promise<Reminded[]> {
  const { districtId, now } = asked;
  const { rows } =
    await sql<Reminded>`select c.id as conference_id, extract(epoch from c.starts_at)::int / 60 as notice,
      person.id as person_id, person.email as address, person.language, who.audience
    from conference c
    join student st on st.district_id = ${districtId} and st.person_id = c.student_id and st.left_on is null
    join school on school.district_id = ${districtId} and school.id = st.school_id and ${isDecentHour(now)}
    join lateral (select c.student_id as person_id, 'student' as audience
      union select p.person_id, case p.part when 'guardian' then 'guardian' else 'guest' end from participant p
        where p.district_id = ${districtId} and p.conference_id = c.id
          and (p.part in ('interpreter', 'staff') or ${guardianMayHear(asked)} or ${mentorMayHear(asked)})) who on true
    join person on person.district_id = ${districtId} and person.id = who.person_id and person.email is not null
    where c.district_id = ${districtId} and c.state = 'planned' and c.starts_at > ${now} and c.starts_at <= ${now}::timestamptz + interval '2 days'
      and not exists (select 1 from outgoing_message m where m.district_id = ${districtId} and m.person_id = person.id
        and m.facts ->> 'conferenceId' = c.id::text and (m.created_at > ${now}::timestamptz - interval '1 day'
          or m.occasion = 'conference-soon ' || c.id || ' ' || extract(epoch from c.starts_at)::int / 60))
    order by c.starts_at, c.id, person.id limit 2000`.execute(db);
  return rows;
}

/** The rights are looked at anew: a seat given before a restriction tells no time any more. */
const guardianMayHear = ({
  districtId,
  now,
}: Asked) => sql`p.part = 'guardian' and exists (select 1 from guardianship g
  where g.district_id = ${districtId} and g.guardian_id = p.person_id and g.student_id = c.student_id and g.may_attend and g.may_be_contacted
    and g.from_on <= ${today(now)} and (g.until_on is null or g.until_on >= ${today(now)})
    and ${rightsStay({ student: "st", guardianship: "g", today: today(now), to: "attend" })})`;

/** Minors who are mentors hear of it at school. */
const mentorMayHear = ({
  districtId,
  now,
}: Asked) => sql`p.part = 'mentor' and exists (select 1 from mentorship m
  where m.district_id = ${districtId} and m.mentor_id = p.person_id and m.student_id = c.student_id and m.state = 'approved'
    and not m.is_minor and (m.expires_at is null or m.expires_at > ${now}))
  and not exists (select 1 from guardianship g where g.district_id = ${districtId} and g.guardian_id = p.person_id
    and g.student_id = c.student_id and not g.may_attend)`;

const today = (now: Date) => sql`(${now}::timestamptz at time zone school.time_zone)::date`;
