import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";

interface Occasion {
  readonly givenName: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly adviserName: string;
  readonly schoolName: string;
  readonly zone: string;
}

/** What a message about a conference tells. Callers hold the conference. */
export async function readOccasion(
  tx: Tx,
  { districtId }: Pick<Actor, "districtId">,
  conferenceId: string,
): Promise<Occasion> {
  const { rows } = await sql<Occasion>`select student.given_name, c.starts_at, c.place, c.link,
      round(extract(epoch from c.ends_at - c.starts_at) / 60)::int as minutes,
      adviser.given_name || ' ' || adviser.family_name as adviser_name, school.name as school_name, school.time_zone as zone
    from conference c
    join person student on student.district_id = c.district_id and student.id = c.student_id
    join person adviser on adviser.district_id = c.district_id and adviser.id = c.adviser_id
    join student st on st.district_id = c.district_id and st.person_id = c.student_id
    join school on school.district_id = st.district_id and school.id = st.school_id
    where c.district_id = ${districtId} and c.id = ${conferenceId}`.execute(tx);
  const occasion = rows[0];
  if (!occasion) throw new NotFound("conference");
  return occasion;
}

/** Somebody a message about a conference is for, and how it speaks to her. */
export interface Concerned {
  readonly personId: string;
  readonly address: string;
  readonly language: string;
  readonly audience: "student" | "guardian" | "guest";
}

/**
 * The student, the adviser and who is asked to come, with an address; of guardians and mentors those `mayBeWrittenTo`;
 * never whoever asks. Callers hold the conference.
 */
export async function listConcerned(
  tx: Tx,
  { districtId, personId }: Actor,
  { conferenceId, mayBeWrittenTo }: { conferenceId: string; mayBeWrittenTo: readonly string[] },
): Promise<Concerned[]> {
  const { rows } =
    await sql<Concerned>`select distinct on (person.id) person.id as person_id, person.email as address,
      person.language, case part when 'student' then 'student' when 'guardian' then 'guardian' else 'guest' end as audience
    from conference c
    cross join lateral (select c.student_id as person_id, 'student' as part
      union select c.adviser_id, 'staff'
      union select p.person_id, p.part from participant p
        where p.district_id = c.district_id and p.conference_id = c.id) who
    join person on person.district_id = c.district_id and person.id = who.person_id
    where c.district_id = ${districtId} and c.id = ${conferenceId} and person.email is not null and person.id <> ${personId}
      and (part in ('student', 'staff', 'interpreter') or person.id = any(${[...mayBeWrittenTo]}::uuid[]))
    order by person.id`.execute(tx);
  return rows;
}
