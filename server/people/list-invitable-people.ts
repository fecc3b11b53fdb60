import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { arrangesFor } from "#server/access/audiences.ts";
import { rightsStay } from "#server/access/of-age.ts";
import type { Db } from "#server/database/connect.ts";
import type { InvitableGuardian, InvitablePeople } from "./invitable.contract.ts";

const nameOf = sql`person.given_name || ' ' || person.family_name`;

/** Everybody who may be asked to a student's conference, for whoever arranges it. */
export async function listInvitablePeople(db: Db, actor: Actor, studentId: string): Promise<InvitablePeople> {
  const [guardians, mentors, interpreters, staff] = await Promise.all([
    listInvitableGuardians(db, actor, studentId),
    listInvitableMentors(db, actor, studentId),
    listInterpreters(db, actor, studentId),
    listColleagues(db, actor, studentId),
  ]);
  return { guardians, mentors, interpreters, staff };
}

/**
 * Guardians who may attend today. At 18 the rights are the student's (34 CFR 99.5):
 * then only whom she agreed to, or whom the school recorded as supporting her.
 */
export async function listInvitableGuardians(
  db: Db,
  actor: Actor,
  studentId: string,
): Promise<InvitableGuardian[]> {
  const { rows } =
    await sql<InvitableGuardian>`select person.id as person_id, ${nameOf} as name, person.own_script_name,
      g.relationship, g.household_id, household.name as household_name, person.language,
      g.may_be_contacted and person.email is not null as is_written_to
    from guardianship g
    join student on student.district_id = g.district_id and student.person_id = g.student_id
    join person on person.district_id = g.district_id and person.id = g.guardian_id
    join household on household.district_id = g.district_id and household.id = g.household_id
    where g.district_id = ${actor.districtId} and g.student_id = ${studentId} and g.may_attend
      and g.from_on <= ${actor.today}::date and (g.until_on is null or g.until_on >= ${actor.today}::date)
      and ${rightsStay({ student: "student", guardianship: "g", today: actor.today, to: "attend" })}
      and ${arrangesFor(actor, sql.ref("g.studentId"))}
    order by household.name, person.family_name, person.given_name, person.id`.execute(db);
  return rows;
}

/** Mentors the adviser approved, until the invitation expires. */
async function listInvitableMentors(db: Db, actor: Actor, studentId: string) {
  const { rows } = await sql<
    InvitablePeople["mentors"][number]
  >`select person.id as person_id, ${nameOf} as name,
      m.line, m.is_minor
    from mentorship m join person on person.district_id = m.district_id and person.id = m.mentor_id
    where m.district_id = ${actor.districtId} and m.student_id = ${studentId} and m.state = 'approved'
      and (m.expires_at is null or m.expires_at > ${actor.now})
      and not exists (select 1 from guardianship g where g.district_id = m.district_id and g.guardian_id = m.mentor_id
        and g.student_id = m.student_id and not g.may_attend)
      and ${arrangesFor(actor, sql.ref("m.studentId"))}
    order by person.family_name, person.given_name, person.id`.execute(db);
  return rows;
}

/** Who interprets for the district, or has done so before without being written down; never a student, never the student's own people. */
async function listInterpreters(db: Db, actor: Actor, studentId: string) {
  const { rows } = await sql<
    InvitablePeople["interpreters"][number]
  >`select person.id as person_id, ${nameOf} as name,
      known.language
    from (select i.person_id, i.language from interpreter i where i.district_id = ${actor.districtId}
        and (i.until_on is null or i.until_on >= ${actor.today}::date)
      union select p.person_id, p.language from participant p
        where p.district_id = ${actor.districtId} and p.part = 'interpreter' and p.language is not null
          and not exists (select 1 from interpreter e where e.district_id = p.district_id and e.person_id = p.person_id)) known
    join person on person.district_id = ${actor.districtId} and person.id = known.person_id
    where not exists (select 1 from student s where s.district_id = person.district_id and s.person_id = person.id)
      and not exists (select 1 from guardianship g where g.district_id = person.district_id and g.guardian_id = person.id
        and g.student_id = ${studentId})
      and exists (select 1 from student st where st.district_id = ${actor.districtId} and st.person_id = ${studentId}
        and ${arrangesFor(actor, sql.ref("st.personId"))})
    order by known.language, person.family_name, person.given_name, person.id`.execute(db);
  return rows;
}

/** Counsellor and case manager by name, who may be asked to come. */
async function listColleagues(db: Db, actor: Actor, studentId: string) {
  const { rows } = await sql<
    InvitablePeople["staff"][number]
  >`select distinct on (person.id) person.id as person_id,
      ${nameOf} as name, cl.part as role
    from caseload cl join person on person.district_id = cl.district_id and person.id = cl.person_id
    where cl.district_id = ${actor.districtId} and cl.student_id = ${studentId}
      and cl.from_on <= ${actor.today}::date and (cl.until_on is null or cl.until_on >= ${actor.today}::date)
      and ${arrangesFor(actor, sql.ref("cl.studentId"))}
    order by person.id`.execute(db);
  return rows;
}
