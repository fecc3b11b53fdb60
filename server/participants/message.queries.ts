import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";

interface Occasion {
  readonly givenName: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly link: string;
  readonly adviserName: string;
  readonly schoolName: string;
  readonly zone: string;
}

/** What a message about a conference tells. Callers hold the conference. */
export async function readOccasion(tx: Tx, { districtId }: Actor, conferenceId: string): Promise<Occasion> {
  const { rows } = await sql<Occasion>`select student.given_name, c.starts_at, c.place, c.link,
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

interface Reachable {
  readonly personId: string;
  readonly address: string;
  readonly language: string;
}

/** Of these guardians, those who have an address and may be contacted about this student. */
export async function listReachableGuardians(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, ids }: { conferenceId: string; ids: readonly string[] },
): Promise<Reachable[]> {
  const { rows } =
    await sql<Reachable>`select person.id as person_id, person.email as address, person.language
    from conference c
    join guardianship g on g.district_id = c.district_id and g.student_id = c.student_id and g.may_be_contacted
    join person on person.district_id = g.district_id and person.id = g.guardian_id and person.email is not null
    where c.district_id = ${districtId} and c.id = ${conferenceId} and g.guardian_id = any(${[...ids]}::uuid[])
    order by person.id`.execute(tx);
  return rows;
}

/** The guardians invited to a conference. */
export const listGuardianSeats = (tx: Tx, { districtId }: Actor, conferenceId: string) =>
  tx
    .selectFrom("participant")
    .select(["personId", "part"])
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .where("part", "=", "guardian")
    .execute();
