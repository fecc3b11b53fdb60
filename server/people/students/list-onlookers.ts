import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { readsContactsOf } from "#server/people/person.access.ts";
import type { Onlooker } from "./student-file.contract.ts";

const order = [
  ...["adviser", "co-adviser", "substitute", "case-manager", "counsellor", "teacher", "mentor"],
  ...["office", "school-administrator", "district-administrator"],
];

/** Everybody besides her guardians who sees something of a student today, each with the reason. */
export async function listOnlookers(db: Db, actor: Actor, studentId: string): Promise<Onlooker[]> {
  const { districtId, today, now } = actor;
  const inForce = (table: string) => sql`${sql.ref(`${table}.from_on`)} <= ${today}::date
    and (${sql.ref(`${table}.until_on`)} is null or ${sql.ref(`${table}.until_on`)} >= ${today}::date)`;
  const { rows } = await sql<Onlooker>`select person.id as person_id,
      concat_ws(' ', person.given_name, nullif(person.family_name, '')) as name, seen.because, seen.detail, seen.until_on
    from (
      select aa.person_id, aa.part as because, advisory.name as detail, aa.until_on
        from advisory_student ast
        join advisory on advisory.district_id = ast.district_id and advisory.id = ast.advisory_id
        join advisory_adviser aa on aa.district_id = ast.district_id and aa.advisory_id = ast.advisory_id
        where ast.district_id = ${districtId} and ast.student_id = ${studentId} and ${inForce("ast")} and ${inForce("aa")}
      union all
      select ct.person_id, 'teacher', class.title, ct.until_on
        from class_student cs
        join class on class.district_id = cs.district_id and class.id = cs.class_id
        join class_teacher ct on ct.district_id = cs.district_id and ct.class_id = cs.class_id
        where cs.district_id = ${districtId} and cs.student_id = ${studentId} and ${inForce("cs")} and ${inForce("ct")}
      union all
      select cl.person_id, cl.part, null, cl.until_on from caseload cl
        where cl.district_id = ${districtId} and cl.student_id = ${studentId} and ${inForce("cl")}
      union all
      select m.mentor_id, 'mentor', m.line, (m.expires_at at time zone 'UTC')::date from mentorship m
        where m.district_id = ${districtId} and m.student_id = ${studentId} and m.state = 'approved'
          and (m.expires_at is null or m.expires_at > ${now})
      union all
      select r.person_id, r.role, null, r.until_on from staff_role r
        join student st on st.district_id = r.district_id and st.person_id = ${studentId}
        where r.district_id = ${districtId} and r.role in ('office', 'school-administrator')
          and (r.school_id is null or r.school_id = st.school_id) and ${inForce("r")}
      union all
      select sr.person_id, 'district-administrator', sr.reason, (sr.expires_at at time zone 'UTC')::date from stated_reason sr
        where sr.district_id = ${districtId} and sr.student_id = ${studentId} and sr.expires_at > ${now}
    ) seen
    join person on person.district_id = ${districtId} and person.id = seen.person_id
    where ${readsContactsOf(actor, sql`${studentId}::uuid`)}
    order by array_position(${order}::text[], seen.because), person.family_name, person.given_name, person.id, seen.detail`.execute(
    db,
  );
  return rows;
}
