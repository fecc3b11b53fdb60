import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { studentTakesPart } from "#server/seasons/taking-part.ts";
import { listsReadinessOf } from "./readiness.access.ts";
import { readinessCounts } from "./read-readiness.ts";
import type { Counts } from "./readiness-marks.ts";
import type { ReadyStudent } from "./readiness.contract.ts";

export type SeasonRow = Omit<ReadyStudent, "readiness" | "isReady" | "flag"> & Counts;

/**
 * Everybody who takes part in a season and whom this person may list, by advisory and name.
 * One statement: for 1,000 students it is a scan of the school's students with a dozen index look-ups each.
 */
export async function listSeasonRows(db: Db, actor: Actor, seasonId: string): Promise<SeasonRow[]> {
  const { rows } =
    await sql<SeasonRow>`select person.id, person.given_name || ' ' || person.family_name as name,
      person.own_script_name, st.grade, advisory.id as advisory_id, advisory.name as advisory_name,
      coalesce((select json_agg(json_build_object('id', c.id, 'startsAt', ${jsonInstant("c.startsAt")}, 'state', c.state,
          'outcome', c.outcome) order by c.starts_at) from conference c
        where c.district_id = st.district_id and c.student_id = st.person_id and c.season_id = season.id
          and c.state <> 'cancelled'), '[]') as conferences, ${readinessCounts}
    from season
    join student st on st.district_id = season.district_id and st.school_id = season.school_id and st.left_on is null
    join person on person.district_id = st.district_id and person.id = st.person_id
    left join lateral (select a.id, a.name from advisory_student ast
      join advisory a on a.district_id = ast.district_id and a.id = ast.advisory_id
      where ast.district_id = st.district_id and ast.student_id = st.person_id and a.school_id = season.school_id
        and ast.from_on <= ${actor.today}::date and (ast.until_on is null or ast.until_on >= ${actor.today}::date)
      order by ast.from_on desc, a.id limit 1) advisory on true
    left join portfolio p on p.district_id = st.district_id and p.student_id = st.person_id and p.season_id = season.id
    where season.district_id = ${actor.districtId} and season.id = ${seasonId}
      and ${studentTakesPart(actor, sql.ref("season.id"), sql.ref("st.personId"))}
      and ${listsReadinessOf(actor, sql.ref("st.personId"))}
    order by advisory.name nulls last, advisory.id, person.given_name, person.family_name, person.id`.execute(
      db,
    );
  return rows;
}

/** The zone in which a season's times are told. Callers have read the season. */
export const readZone = async (db: Db, { districtId }: Actor, seasonId: string): Promise<string> => {
  const { zone } = await db
    .selectFrom("season")
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .select("school.timeZone as zone")
    .where("season.districtId", "=", districtId)
    .where("season.id", "=", seasonId)
    .executeTakeFirstOrThrow();
  return zone;
};
