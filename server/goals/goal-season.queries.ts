import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { studentTakesPart } from "#server/seasons/taking-part.ts";
import { writesGoalsOf } from "./goal.access.ts";
import type { GoalSeason } from "./goal.contract.ts";

/** A season as goals need it. */
export type SeasonRow = GoalSeason & { state: "open" | "frozen" | "closed"; isHerSchools: boolean };

/** The seasons of the student's school and those she set goals in elsewhere, newest first; drafts are the school's own. */
export const listSeasonsOf = (db: Db, actor: Actor, studentId: string): Promise<SeasonRow[]> =>
  db
    .selectFrom("student")
    .innerJoin("season", "season.districtId", "student.districtId")
    .select(["season.id", "season.name", "season.startsOn", "season.endsOn", "season.state"])
    .select(
      sql<boolean>`season.school_id = student.school_id and ${studentTakesPart(actor, sql.ref("season.id"), sql.ref("student.personId"))}`.as(
        "isHerSchools",
      ),
    )
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where("season.state", "<>", "draft")
    .where((eb) =>
      eb.or([
        eb("season.schoolId", "=", eb.ref("student.schoolId")),
        eb.exists(
          eb
            .selectFrom("goal")
            .select("goal.id")
            .whereRef("goal.districtId", "=", "season.districtId")
            .whereRef("goal.seasonId", "=", "season.id")
            .whereRef("goal.studentId", "=", "student.personId"),
        ),
      ]),
    )
    .orderBy("season.startsOn", "desc")
    .orderBy("season.id", "desc")
    .$castTo<SeasonRow>()
    .execute();

/** The homes whose part this person may write or answer: all of the student's for who writes her goals, a guardian's own. */
export const listHomes = (db: Db, actor: Actor, studentId: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom("guardianship")
    .innerJoin("household", (join) =>
      join
        .onRef("household.districtId", "=", "guardianship.districtId")
        .onRef("household.id", "=", "guardianship.householdId"),
    )
    .select(["household.id", "household.name"])
    .distinct()
    .where("guardianship.districtId", "=", actor.districtId)
    .where("guardianship.studentId", "=", studentId)
    .where("guardianship.mayInspectRecords", "=", true)
    .where(sql<boolean>`(guardianship.until_on is null or guardianship.until_on >= ${actor.today}::date)`)
    .where((eb) =>
      eb.or([
        writesGoalsOf(actor, sql.ref("guardianship.studentId")),
        eb("guardianship.guardianId", "=", actor.personId),
      ]),
    )
    .orderBy("household.name")
    .execute();

/** Whether this person writes the student's goals: herself, or her adviser in the room. */
export async function mayWriteGoals(db: Db, actor: Actor, studentId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${writesGoalsOf(actor, sql`${studentId}::uuid`)} as may`.execute(db);
  return rows[0]?.may ?? false;
}
