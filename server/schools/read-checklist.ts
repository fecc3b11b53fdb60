import { sql } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import { isOfAge } from "#server/access/of-age.ts";
import { anyOf } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { administersSchool, keepsSchool } from "./school.access.ts";
import type { Checklist, ChecklistStep } from "./school-file.contract.ts";

interface Counts {
  schoolName: string;
  hasPhone: boolean;
  years: number;
  staff: number;
  advisories: number;
  led: number;
  students: number;
  grouped: number;
  answeredFor: number;
  measured: number;
  seasonName: string | null;
  conferences: number;
}

/** How far a school is on the way from empty to conferences that are set. */
export async function readChecklist(db: Db, actor: Actor, schoolId: string): Promise<Checklist> {
  const counts = await count(db, actor, schoolId);
  const { schoolName, seasonName, students } = counts;
  const steps: ChecklistStep[] = [
    step("facts", counts.hasPhone ? 1 : 0, 1),
    step("year", Math.min(counts.years, 1), 1),
    { key: "staff", done: counts.staff, total: counts.staff, isDone: counts.staff > 0 },
    step("advisories", counts.led, counts.advisories),
    step("students", counts.grouped, students),
    step("guardians", counts.answeredFor, students),
    ...(hasRole(actor, "counsellor", "school-administrator") ? [measuredStep(counts)] : []),
    step("season", seasonName === null ? 0 : 1, 1),
    step("conferences", counts.conferences, seasonName === null ? 0 : students),
  ];
  return { schoolName, seasonName, steps };
}

/** Whoever came last week has no results yet: the first ones are enough to go on. For those who enter them. */
const measuredStep = ({ measured, students }: Counts): ChecklistStep => ({
  ...{ key: "numbers", done: measured, total: students, isDone: measured > 0 },
});

/** Nothing of nothing is not done: an empty school has everything before it. */
const step = (key: string, done: number, total: number): ChecklistStep => ({
  key,
  done,
  total,
  isDone: total > 0 && done >= total,
});

async function count(db: Db, actor: Actor, schoolId: string): Promise<Counts> {
  const { districtId, today } = actor;
  const inForce = (table: string) => sql`${sql.ref(`${table}.from_on`)} <= ${today}::date
    and (${sql.ref(`${table}.until_on`)} is null or ${sql.ref(`${table}.until_on`)} >= ${today}::date)`;
  const self = sql.ref("school.id");
  const { rows } = await sql<Counts>`with here as (
      select student.person_id, student.district_id, student.born_on from student
      where student.district_id = ${districtId} and student.school_id = ${schoolId} and student.left_on is null),
    season_now as (select s.id, s.name from season s where s.district_id = ${districtId} and s.school_id = ${schoolId}
      and s.state in ('open', 'frozen') order by s.starts_on desc, s.id limit 1),
    groups as (select a.id, exists (select 1 from advisory_adviser aa where aa.district_id = a.district_id and aa.advisory_id = a.id
        and (aa.until_on is null or aa.until_on >= ${today}::date)) as is_led
      from advisory a join school_year y on y.district_id = a.district_id and y.id = a.school_year_id
      where a.district_id = ${districtId} and a.school_id = ${schoolId} and y.ends_on >= ${today}::date)
    select school.name as school_name, school.phone is not null as has_phone,
      (select count(*)::int from school_year y where y.district_id = school.district_id and y.school_id = school.id
        and y.ends_on >= ${today}::date) as years,
      (select count(distinct r.person_id)::int from staff_role r where r.district_id = school.district_id
        and r.school_id = school.id and r.role <> 'school-administrator' and ${inForce("r")}) as staff,
      (select count(*)::int from groups) as advisories,
      (select count(*)::int from groups where is_led) as led,
      (select count(*)::int from here) as students,
      (select count(*)::int from here where exists (select 1 from advisory_student ast where ast.district_id = here.district_id
        and ast.student_id = here.person_id and (ast.until_on is null or ast.until_on >= ${today}::date))) as grouped,
      (select count(*)::int from here where ${isOfAge("here", today)}
        or exists (select 1 from guardianship g where g.district_id = here.district_id
          and g.student_id = here.person_id and ${inForce("g")})) as answered_for,
      (select count(*)::int from here where exists (select 1 from course_result c where c.district_id = here.district_id
          and c.student_id = here.person_id)
        or exists (select 1 from assessment_result a where a.district_id = here.district_id
          and a.student_id = here.person_id)) as measured,
      (select season_now.name from season_now) as season_name,
      (select count(*)::int from here where exists (select 1 from conference c join season_now on season_now.id = c.season_id
        where c.district_id = here.district_id and c.student_id = here.person_id and c.state <> 'cancelled')) as conferences
    from school where school.district_id = ${districtId} and school.id = ${schoolId}
      and ${anyOf(keepsSchool(actor, self), administersSchool(actor, self))}`.execute(db);
  const counts = rows[0];
  if (!counts) throw new NotFound("school");
  return counts;
}
