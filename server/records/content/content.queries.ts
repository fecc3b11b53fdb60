import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Promised, ResultSeen } from "./record-content.contract.ts";

export const nameOf = async (db: Db, { districtId }: Pick<Actor, "districtId">, personId: string) =>
  (
    await db
      .selectFrom("person")
      .select(sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("name"))
      .where("districtId", "=", districtId)
      .where("id", "=", personId)
      .executeTakeFirstOrThrow()
  ).name;

/** Names as their bearers write them, by person. */
export const listOwnNames = async (db: Db, { districtId }: Actor, conferenceId: string) =>
  new Map(
    (
      await db
        .selectFrom("person")
        .innerJoin("participant", (join) =>
          join
            .onRef("participant.districtId", "=", "person.districtId")
            .onRef("participant.personId", "=", "person.id"),
        )
        .select(["person.id", "person.ownScriptName"])
        .where("person.districtId", "=", districtId)
        .where("participant.conferenceId", "=", conferenceId)
        .execute()
    ).map(({ id, ownScriptName }) => [id, ownScriptName]),
  );

/** The goals of a season, in the student's order; drafts too while the record is written. */
export const listGoalsOf = (db: Db, { districtId }: Actor, studentId: string, seasonId: string) =>
  db
    .selectFrom("goal")
    .select(["id", "wording", "language", "category", "measure", "dueOn", "outcome", "outcomeNote"])
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("seasonId", "=", seasonId)
    .orderBy("position")
    .orderBy("id")
    .execute();

/** The season before this one in which the student agreed on goals. */
export const findLastSeason = (db: Db, { districtId }: Actor, studentId: string, startsOn: string) =>
  db
    .selectFrom("season")
    .select(["id", "name"])
    .where("districtId", "=", districtId)
    .where("startsOn", "<", startsOn)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("goal")
          .select("goal.id")
          .whereRef("goal.districtId", "=", "season.districtId")
          .whereRef("goal.seasonId", "=", "season.id")
          .where("goal.studentId", "=", studentId)
          .where("goal.state", "<>", "draft"),
      ),
    )
    .orderBy("startsOn", "desc")
    .limit(1)
    .executeTakeFirst();

/** Who does what, with the household where it is home's. */
export async function listPromises(
  db: Db,
  { districtId }: Actor,
  goalIds: string[],
): Promise<(Promised & { householdId: string | null })[]> {
  if (goalIds.length === 0) return [];
  const rows = await db
    .selectFrom("promise")
    .select(["goalId", "side", "householdId", "wording", "language", "ownerName", "byOn", "state"])
    .select(["kept", "keptNote"])
    .where("districtId", "=", districtId)
    .where("goalId", "in", goalIds)
    .where("state", "<>", "declined")
    .orderBy(sql`array_position(array['school', 'family', 'student'], side)`)
    .orderBy("id")
    .execute();
  return rows.map(({ wording, language, ownerName, side, ...row }) => ({
    ...row,
    side: side as Promised["side"],
    wording: { text: wording, language },
    owner: ownerName,
  }));
}

/** The newest result of each test and area. */
export async function listLatestResults(
  db: Db,
  { districtId }: Actor,
  studentId: string,
): Promise<(ResultSeen & { percentile: number | null })[]> {
  const rows = await db
    .selectFrom("assessmentResult")
    .distinctOn(["test", "area"])
    .select(["test", "area", "schoolYear", "testWindow as window", "takenOn", "notTestedBecause", "score"])
    .select(["standardError", "band", "growth", "growthExpected", "normYear", "cutTable", "percentile"])
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .orderBy("test")
    .orderBy("area")
    .orderBy("schoolYear", "desc")
    .orderBy(sql`array_position(array['spring', 'winter', 'fall'], test_window)`)
    .execute();
  return rows;
}
