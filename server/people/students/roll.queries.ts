import { sql } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { plain } from "#server/people/plain-letters.ts";
import { schoolsKeptBy } from "#server/schools/schools-kept.ts";
import type { Roll, RollQuery, RollStudent } from "./roll.contract.ts";

const aPage = 50;

/** The students somebody keeps, by family name, a page at a time, with how many there are. */
export async function listRoll(db: Db, actor: Actor, query: RollQuery): Promise<Roll> {
  const asked = Number(query.page ?? 1);
  const filtered = rollOf(actor, query);
  const { rows: counted } = await sql<{
    total: number;
  }>`${here(actor)} select count(*) as total ${filtered}`.execute(db);
  const total = counted[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / aPage));
  const page = Math.min(asked, pages);
  const { rows: students } = await sql<RollStudent>`${here(actor)} select person.id,
      concat_ws(' ', person.given_name, nullif(person.family_name, '')) as name, person.own_script_name,
      student.student_number, student.grade, school.name as school_name, student.left_on,
      (select advisory.name from advisory_student ast join advisory on advisory.district_id = ast.district_id and advisory.id = ast.advisory_id
        where ${inAdvisoryToday(actor)} limit 1) as advisory,
      (select count(*)::int from guardianship g where ${answersToday(actor)}) as guardians,
      array(select distinct speaker.language from guardianship g
        join person speaker on speaker.district_id = g.district_id and speaker.id = g.guardian_id
        where ${answersToday(actor)} and speaker.language <> 'en' order by 1) as languages
    ${filtered}
    order by person.family_name, person.given_name, person.id limit ${aPage} offset ${(page - 1) * aPage}`.execute(
    db,
  );
  return { students, total, page, pages };
}

/** The students somebody keeps; a district's administrator reads them all. */
const here = (actor: Actor) =>
  hasRole(actor, "district-administrator")
    ? sql`with here as (select * from student where student.district_id = ${actor.districtId})`
    : // Worked out first, by the schools' index: a plan that begins with everybody's names takes a hundred times as long.
      sql`with here as materialized (select * from student where student.district_id = ${actor.districtId}
        and student.school_id = any(${schoolsKeptBy(actor)}))`;

/** The rows that fit, for counting and for reading alike. */
function rollOf(actor: Actor, { search = "", school, without }: RollQuery) {
  const wanted = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return sql`from here student
    join person on person.district_id = student.district_id and person.id = student.person_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    where student.district_id = ${actor.districtId}
      and (${school ?? null}::uuid is null or student.school_id = ${school ?? null}::uuid)
      and (${search.trim() === ""} or ${plain(sql`concat_ws(' ', person.given_name, person.family_name, person.own_script_name, student.student_number)`)}
        like ${plain(sql`${wanted}::text`)})
      and (${without === undefined} or student.left_on is null)
      and (${without !== "guardian"} or not exists (select 1 from guardianship g where ${answersToday(actor)}))
      and (${without !== "advisory"} or not exists (select 1 from advisory_student ast where ${inAdvisoryToday(actor)}))`;
}

const answersToday = ({
  today,
}: Actor) => sql`g.district_id = student.district_id and g.student_id = student.person_id
  and g.from_on <= ${today}::date and (g.until_on is null or g.until_on >= ${today}::date)`;

const inAdvisoryToday = ({
  today,
}: Actor) => sql`ast.district_id = student.district_id and ast.student_id = student.person_id
  and ast.from_on <= ${today}::date and (ast.until_on is null or ast.until_on >= ${today}::date)`;
