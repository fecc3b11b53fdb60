import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { arrangesFor } from "#server/access/audiences.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { NotFound } from "#server/http/problems.ts";
import { advisoryTakesPart } from "#server/seasons/taking-part.ts";
import type { Season } from "#server/seasons/season.contract.ts";
import { advisoryArrangedBy } from "./schedule.access.ts";
import type { ScheduleStudent } from "./schedule.contract.ts";

/** An advisory whose conferences this person sets. */
export const readAdvisory = (db: Db, actor: Actor, advisoryId: string) =>
  db
    .selectFrom("advisory")
    .innerJoin("school", (join) =>
      join
        .onRef("school.districtId", "=", "advisory.districtId")
        .onRef("school.id", "=", "advisory.schoolId"),
    )
    .select(["advisory.id", "advisory.name", "advisory.room", "school.timeZone as zone"])
    .where("advisory.districtId", "=", actor.districtId)
    .where("advisory.id", "=", advisoryId)
    .where(advisoryArrangedBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("advisory"));

/** The seasons in which an advisory's conferences can be set now, the current one first. */
export async function listOpenSeasons(db: Db, actor: Actor, advisoryId: string): Promise<Season[]> {
  const { rows } =
    await sql<Season>`select season.id, season.school_id, season.name, season.code, season.starts_on,
      season.ends_on, season.minutes, season.state
    from advisory join season on season.district_id = advisory.district_id and season.school_id = advisory.school_id
      and season.school_year_id = advisory.school_year_id
    where advisory.district_id = ${actor.districtId} and advisory.id = ${advisoryId} and ${advisoryArrangedBy(actor)}
      and season.state in ('open', 'frozen')
      and ${advisoryTakesPart(sql.ref("season.id"), sql.ref("advisory.id"), sql.ref("advisory.districtId"))}
    order by season.starts_on desc, season.id`.execute(db);
  return rows;
}

/** Where whoever leads an advisory met somebody last; undefined before the first time. */
export async function findLastPlace(db: Db, actor: Actor, advisoryId: string): Promise<string | undefined> {
  const { rows } = await sql<{ place: string }>`select c.place from advisory
    join advisory_adviser aa on aa.district_id = advisory.district_id and aa.advisory_id = advisory.id and aa.part <> 'substitute'
      and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date)
    join conference c on c.district_id = aa.district_id and c.adviser_id = aa.person_id and c.place <> ''
      and c.mode = 'in-person' and c.state <> 'cancelled'
    where advisory.district_id = ${actor.districtId} and advisory.id = ${advisoryId} and ${advisoryArrangedBy(actor)}
    order by c.starts_at desc limit 1`.execute(db);
  return rows[0]?.place;
}

type Listed = Omit<ScheduleStudent, "people">;

/** The advisory's students of today by name, with what stands in the season and how they met in the one before. */
export async function listStudents(
  db: Db,
  actor: Actor,
  { advisoryId, seasonId }: { advisoryId: string; seasonId: string | null },
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`select person.id, person.given_name || ' ' || person.family_name as name,
      person.own_script_name, student.grade, ${conferencesOf(seasonId)} as conferences,
      coalesce((select c.household_key <> 'joint' from conference c where c.district_id = student.district_id
        and c.student_id = student.person_id and c.state <> 'cancelled' and c.season_id is distinct from ${seasonId}::uuid
        order by c.starts_at desc limit 1), false) as met_apart
    from advisory_student ast
    join advisory on advisory.district_id = ast.district_id and advisory.id = ast.advisory_id
    join student on student.district_id = ast.district_id and student.person_id = ast.student_id
    join person on person.district_id = ast.district_id and person.id = ast.student_id
    where ast.district_id = ${actor.districtId} and ast.advisory_id = ${advisoryId} and student.left_on is null
      and ast.from_on <= ${actor.today}::date and (ast.until_on is null or ast.until_on >= ${actor.today}::date)
      and ${advisoryArrangedBy(actor)} and ${arrangesFor(actor, sql.ref("ast.studentId"))}
    order by person.given_name, person.family_name, person.id`.execute(db);
  return rows;
}

const conferencesOf = (
  seasonId: string | null,
) => sql`coalesce((select json_agg(json_build_object('id', c.id, 'startsAt', ${jsonInstant("c.startsAt")}, 'state', c.state,
    'householdKey', c.household_key, 'household', h.name) order by c.starts_at, c.id)
  from conference c left join household h on h.district_id = c.district_id and h.id::text = c.household_key
  where c.district_id = student.district_id and c.student_id = student.person_id and c.season_id = ${seasonId}::uuid
    and c.state <> 'cancelled'), '[]')`;
