import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { studentTakesPart } from "./taking-part.ts";

/** What arranging a conference needs to know of its season and school. */
export const findSeasonOfStudent = (db: Db, actor: Actor, { seasonId, studentId }: SeasonOfStudent) =>
  db
    .selectFrom("season")
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .innerJoin("schoolYear", (join) =>
      join
        .onRef("schoolYear.districtId", "=", "season.districtId")
        .onRef("schoolYear.id", "=", "season.schoolYearId"),
    )
    .innerJoin("student", (join) =>
      join
        .onRef("student.districtId", "=", "season.districtId")
        .onRef("student.schoolId", "=", "season.schoolId"),
    )
    .select([
      "season.minutes",
      "season.state",
      "school.timeZone as zone",
      "school.name as schoolName",
      "schoolYear.startsOn as yearStartsOn",
      "schoolYear.endsOn as yearEndsOn",
    ])
    .select(studentTakesPart(actor, sql.ref("season.id"), sql.ref("student.personId")).as("takesPart"))
    .where("season.districtId", "=", actor.districtId)
    .where("season.id", "=", seasonId)
    .where("student.personId", "=", studentId)
    .executeTakeFirst();

interface SeasonOfStudent {
  readonly seasonId: string;
  readonly studentId: string;
}
