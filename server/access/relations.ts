import { sql, type Expression, type RawBuilder, type SqlBool } from "kysely";
import { hasRole, type Actor, type StaffRole } from "./actor.ts";
import { isOfAge, rightsStay } from "./of-age.ts";

/** A column (or value) holding a student's id, such as `sql.ref("goal.studentId")`. */
export type StudentRef = RawBuilder<unknown>;
export type Rule = RawBuilder<SqlBool>;

export const never: Rule = sql<SqlBool>`false`;

/** True when any of the rules is; false of none. */
export function anyOf(...rules: Expression<SqlBool>[]): Rule {
  const possible = rules.filter((rule) => rule !== never);
  return possible.length === 0 ? never : sql<SqlBool>`(${sql.join(possible, sql` or `)})`;
}

/** True when all of the rules are. */
export const allOf = (...rules: Expression<SqlBool>[]): Rule =>
  rules.includes(never) ? never : sql<SqlBool>`(${sql.join(rules, sql` and `)})`;

/** The student herself, of any age. */
export const isSelf = (actor: Actor, student: StudentRef): Rule =>
  actor.isStudent ? sql<SqlBool>`${student} = ${actor.personId}` : never;

/** The student herself, once the rights are hers. */
export const isSelfOfAge = (actor: Actor, student: StudentRef): Rule =>
  allOf(
    isSelf(actor, student),
    sql`exists (select 1 from student s where s.district_id = ${actor.districtId} and s.person_id = ${student}
      and ${isOfAge("s", actor.today)})`,
  );

/** Guardianship in force today, with rights not passed to a student of 18 (unless she or the tax rule lets them stay). */
function guardianWith(
  actor: Actor,
  student: StudentRef,
  right: "may_inspect_records" | "may_attend",
  to: "inspect" | "attend",
): Rule {
  if (!actor.isGuardian) return never;
  return sql<SqlBool>`exists (select 1 from guardianship g join student s on s.district_id = g.district_id and s.person_id = g.student_id
    where g.district_id = ${actor.districtId} and g.guardian_id = ${actor.personId} and g.student_id = ${student}
      and ${sql.ref(`g.${right}`)} and g.from_on <= ${actor.today}::date and (g.until_on is null or g.until_on >= ${actor.today}::date)
      and ${rightsStay({ student: "s", guardianship: "g", today: actor.today, to })})`;
}

/** A guardian who may inspect education records (34 CFR 99.4: both parents, unless a document says otherwise). */
export const isInspectingGuardian = (actor: Actor, student: StudentRef): Rule =>
  guardianWith(actor, student, "may_inspect_records", "inspect");

/** A guardian who may come and know times and places. */
export const isAttendingGuardian = (actor: Actor, student: StudentRef): Rule =>
  guardianWith(actor, student, "may_attend", "attend");

/** Named a guardian at all, whatever she may see: enough to learn that rights passed or are restricted. */
export const isAnyGuardian = (actor: Actor, student: StudentRef): Rule =>
  !actor.isGuardian
    ? never
    : sql<SqlBool>`exists (select 1 from guardianship g where g.district_id = ${actor.districtId}
        and g.guardian_id = ${actor.personId} and g.student_id = ${student} and (g.until_on is null or g.until_on >= ${actor.today}::date))`;

/** Adviser, co-adviser, or substitute within her period, of an advisory the student is in today. */
export const isAdviserOf = (actor: Actor, student: StudentRef): Rule =>
  !actor.isAdviser
    ? never
    : sql<SqlBool>`exists (select 1 from advisory_adviser aa join advisory_student ast
        on ast.district_id = aa.district_id and ast.advisory_id = aa.advisory_id
      where aa.district_id = ${actor.districtId} and aa.person_id = ${actor.personId} and ast.student_id = ${student}
        and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date)
        and ast.from_on <= ${actor.today}::date and (ast.until_on is null or ast.until_on >= ${actor.today}::date))`;

/** Teaches a class the student sits in today. */
export const isTeacherOf = (actor: Actor, student: StudentRef): Rule =>
  !hasRole(actor, "teacher")
    ? never
    : sql<SqlBool>`exists (select 1 from class_teacher ct join class_student cs
        on cs.district_id = ct.district_id and cs.class_id = ct.class_id
      where ct.district_id = ${actor.districtId} and ct.person_id = ${actor.personId} and cs.student_id = ${student}
        and ct.from_on <= ${actor.today}::date and (ct.until_on is null or ct.until_on >= ${actor.today}::date)
        and cs.from_on <= ${actor.today}::date and (cs.until_on is null or cs.until_on >= ${actor.today}::date))`;

const isOnCaseload = (actor: Actor, student: StudentRef, part: "case-manager" | "counsellor"): Rule =>
  !hasRole(actor, part)
    ? never
    : sql<SqlBool>`exists (select 1 from caseload cl where cl.district_id = ${actor.districtId} and cl.person_id = ${actor.personId}
        and cl.student_id = ${student} and cl.part = ${part}
        and cl.from_on <= ${actor.today}::date and (cl.until_on is null or cl.until_on >= ${actor.today}::date))`;

export const isCaseManagerOf = (actor: Actor, student: StudentRef): Rule =>
  isOnCaseload(actor, student, "case-manager");
export const isCounsellorOf = (actor: Actor, student: StudentRef): Rule =>
  isOnCaseload(actor, student, "counsellor");

/** Holds one of the roles today at the school (a column), or in the whole district. */
export const holdsRoleAt = (actor: Actor, school: StudentRef, ...roles: StaffRole[]): Rule =>
  !hasRole(actor, ...roles)
    ? never
    : sql<SqlBool>`exists (select 1 from staff_role r where r.district_id = ${actor.districtId} and r.person_id = ${actor.personId}
        and r.role = any(${roles}::text[]) and (r.school_id is null or r.school_id = ${school})
        and r.from_on <= ${actor.today}::date and (r.until_on is null or r.until_on >= ${actor.today}::date))`;

/** Works in the district today: her name, address and roles are kept with the staff. */
export const isEmployed = (actor: Actor, person: StudentRef): Rule =>
  sql<SqlBool>`exists (select 1 from staff_role e where e.district_id = ${actor.districtId} and e.person_id = ${person}
    and (e.until_on is null or e.until_on >= ${actor.today}::date))`;

const holdsRoleAtSchoolOf = (
  actor: Actor,
  student: StudentRef,
  role: "office" | "school-administrator",
): Rule =>
  !hasRole(actor, role)
    ? never
    : sql<SqlBool>`exists (select 1 from staff_role r join student s on s.district_id = r.district_id
      where r.district_id = ${actor.districtId} and r.person_id = ${actor.personId} and r.role = ${role}
        and s.person_id = ${student} and (r.school_id is null or r.school_id = s.school_id)
        and r.from_on <= ${actor.today}::date and (r.until_on is null or r.until_on >= ${actor.today}::date))`;

export const isOfficeOf = (actor: Actor, student: StudentRef): Rule =>
  holdsRoleAtSchoolOf(actor, student, "office");
export const isSchoolAdministratorOf = (actor: Actor, student: StudentRef): Rule =>
  holdsRoleAtSchoolOf(actor, student, "school-administrator");

/** A district administrator who stated why she looks, while that reason lasts. */
export const isDistrictAdministratorWithReason = (actor: Actor, student: StudentRef): Rule =>
  !hasRole(actor, "district-administrator")
    ? never
    : sql<SqlBool>`exists (select 1 from stated_reason sr where sr.district_id = ${actor.districtId} and sr.person_id = ${actor.personId}
        and sr.student_id = ${student} and sr.expires_at > ${actor.now})`;

/** A mentor the adviser approved, until the invitation expires; a court that keeps somebody away is stronger. */
export const isApprovedMentorOf = (actor: Actor, student: StudentRef): Rule =>
  !actor.isMentor
    ? never
    : sql<SqlBool>`exists (select 1 from mentorship m where m.district_id = ${actor.districtId} and m.mentor_id = ${actor.personId}
        and m.student_id = ${student} and m.state = 'approved' and (m.expires_at is null or m.expires_at > ${actor.now})
        and not exists (select 1 from guardianship mg where mg.district_id = m.district_id and mg.guardian_id = m.mentor_id
          and mg.student_id = m.student_id and not mg.may_attend))`;
