import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule, StudentRef } from "#server/access/relations.ts";

/** Whether an advisory (a column) takes part in a season (a column): one that is named, or any where none is. */
export const advisoryTakesPart = (season: StudentRef, advisory: StudentRef, district: StudentRef): Rule =>
  sql`(not exists (select 1 from season_advisory sa where sa.district_id = ${district} and sa.season_id = ${season})
    or exists (select 1 from season_advisory sa where sa.district_id = ${district} and sa.season_id = ${season}
      and sa.advisory_id = ${advisory}))`;

/** Whether a student (a column) takes part in a season (a column) today, through her advisory. */
export const studentTakesPart = (actor: Actor, season: StudentRef, student: StudentRef): Rule =>
  sql`(not exists (select 1 from season_advisory sa where sa.district_id = ${actor.districtId} and sa.season_id = ${season})
    or exists (select 1 from season_advisory sa join advisory_student sast
        on sast.district_id = sa.district_id and sast.advisory_id = sa.advisory_id
      where sa.district_id = ${actor.districtId} and sa.season_id = ${season} and sast.student_id = ${student}
        and sast.from_on <= ${actor.today}::date and (sast.until_on is null or sast.until_on >= ${actor.today}::date)))`;
