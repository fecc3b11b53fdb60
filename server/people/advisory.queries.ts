import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isAdviserOf } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { listReadiness } from "#server/readiness/read-readiness.ts";
import { currentSeasonId } from "#server/seasons/current-season.ts";
import { listCreditFlags } from "#server/transcripts/list-credit-flags.ts";
import type { Season } from "#server/seasons/season.contract.ts";
import type { Advisory, AdvisoryStudent } from "./advisory.contract.ts";

/** The advisories somebody leads or stands in for today, each student with her conference and how ready she is. */
export async function listMyAdvisories(db: Db, actor: Actor): Promise<Advisory[]> {
  const led = await listLed(db, actor);
  return await Promise.all(led.map((advisory) => withStudents(db, actor, advisory)));
}

type Led = Omit<Advisory, "students">;

async function withStudents(db: Db, actor: Actor, advisory: Led): Promise<Advisory> {
  const students = await listStudents(db, actor, advisory);
  const studentIds = students.map((student) => student.id);
  const [readiness, flags] = await Promise.all([
    advisory.season && listReadiness(db, actor, { studentIds, seasonId: advisory.season.id }),
    listCreditFlags(db, actor, studentIds),
  ]);
  return {
    ...advisory,
    students: students.map((student) => ({
      ...student,
      readiness: readiness?.get(student.id) ?? null,
      flag: flags.get(student.id) ?? null,
    })),
  };
}

async function listLed(db: Db, actor: Actor): Promise<Led[]> {
  const { rows } =
    await sql<Led>`select advisory.id, advisory.name, advisory.room, aa.part, school.time_zone as zone,
      (select ${seasonDocument} from season s where s.district_id = school.district_id
        and s.id = ${currentSeasonId("advisory.schoolId", "advisory.id")}) as season
    from advisory_adviser aa
    join advisory on advisory.district_id = aa.district_id and advisory.id = aa.advisory_id
    join school on school.district_id = advisory.district_id and school.id = advisory.school_id
    where aa.district_id = ${actor.districtId} and aa.person_id = ${actor.personId}
      and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date)
    order by array_position(array['adviser', 'co-adviser', 'substitute'], aa.part), advisory.name`.execute(
      db,
    );
  return rows;
}

const seasonDocument = sql<Season>`json_build_object('id', s.id, 'schoolId', s.school_id, 'name', s.name, 'code', s.code,
  'startsOn', s.starts_on, 'endsOn', s.ends_on, 'minutes', s.minutes, 'state', s.state)`;

/** The advisory's students of today by name, with this season's conferences that were not called off. */
async function listStudents(db: Db, actor: Actor, { id, season }: Led) {
  const { rows } = await sql<Omit<AdvisoryStudent, "readiness" | "flag">>`select person.id,
      person.given_name || ' ' || person.family_name as name, person.own_script_name, student.grade,
      coalesce((select json_agg(json_build_object('id', c.id, 'startsAt', ${jsonInstant("c.startsAt")}, 'state', c.state,
          'outcome', c.outcome, 'recordState', r.state) order by c.starts_at)
        from conference c left join conference_record r on r.district_id = c.district_id and r.conference_id = c.id
        where c.district_id = student.district_id and c.student_id = student.person_id
          and c.season_id = ${season?.id ?? null}::uuid and c.state <> 'cancelled'), '[]') as conferences
    from advisory_student ast
    join student on student.district_id = ast.district_id and student.person_id = ast.student_id
    join person on person.district_id = ast.district_id and person.id = ast.student_id
    where ast.district_id = ${actor.districtId} and ast.advisory_id = ${id} and student.left_on is null
      and ast.from_on <= ${actor.today}::date and (ast.until_on is null or ast.until_on >= ${actor.today}::date)
      and ${isAdviserOf(actor, sql.ref("ast.studentId"))}
    order by person.given_name, person.family_name, person.id`.execute(db);
  return rows;
}
