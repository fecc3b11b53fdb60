import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge } from "#server/access/of-age.ts";
import { auditsStudent } from "#server/audit/audit.access.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { listWishes } from "#server/interpreters/list-wishes.ts";
import { listGuardians, listHouseholds } from "#server/people/guardians/guardian.queries.ts";
import { keepsContactsOf, readsContactsOf } from "#server/people/person.access.ts";
import { listOnlookers } from "./list-onlookers.ts";
import type { StudentFile } from "./student-file.contract.ts";

type Facts = Omit<StudentFile, "guardians" | "households" | "wishes" | "onlookers">;

/** A student's page: her facts, who answers for her, and who sees her and why. */
export async function readStudentFile(db: Db, actor: Actor, studentId: string): Promise<StudentFile> {
  const facts = await readFacts(db, actor, studentId);
  const [guardians, households, wishes, onlookers] = await Promise.all([
    listGuardians(db, actor, studentId),
    listHouseholds(db, actor, studentId),
    listWishes(db, actor, studentId),
    listOnlookers(db, actor, studentId),
  ]);
  return { ...facts, guardians, households, wishes, onlookers };
}

async function readFacts(db: Db, actor: Actor, studentId: string): Promise<Facts> {
  const self = sql.ref("student.personId");
  const { today, districtId } = actor;
  const { rows } =
    await sql<Facts>`select person.id, person.given_name, person.family_name, person.own_script_name,
      person.language, person.email, person.phone, student.student_number, student.grade, student.cohort_year, student.born_on,
      ${isOfAge("student", today)} as is_of_age, student.dependency_recorded_on, student.left_on,
      (select n.value from sign_in_name n where n.district_id = person.district_id and n.person_id = person.id
        and n.kind = 'username' limit 1) as username,
      school.id as school_id, school.name as school_name, school.time_zone as zone,
      now_in.id as advisory_id, now_in.name as advisory_name,
      ${keepsContactsOf(actor, self)} as may_edit, ${auditsStudent(actor, self)} as may_audit
    from student
    join person on person.district_id = student.district_id and person.id = student.person_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    left join lateral (select advisory.id, advisory.name from advisory_student ast
      join advisory on advisory.district_id = ast.district_id and advisory.id = ast.advisory_id
      where ast.district_id = student.district_id and ast.student_id = student.person_id
        and ast.from_on <= ${today}::date and (ast.until_on is null or ast.until_on >= ${today}::date)
      order by ast.from_on desc limit 1) now_in on true
    where student.district_id = ${districtId} and student.person_id = ${studentId} and ${readsContactsOf(actor, self)}`.execute(
      db,
    );
  const facts = rows[0];
  if (!facts) throw new NotFound("student");
  return facts;
}
