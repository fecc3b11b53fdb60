import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { RoomPerson } from "./record.contract.ts";

/** When, where and about whom a conference is, with what its record is made after. */
export const readRoom = (db: Db, { districtId }: Actor, conferenceId: string) =>
  db
    .selectFrom("conference")
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "conference.districtId")
        .onRef("season.id", "=", "conference.seasonId"),
    )
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .innerJoin("student", (join) =>
      join
        .onRef("student.districtId", "=", "conference.districtId")
        .onRef("student.personId", "=", "conference.studentId"),
    )
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "student.districtId").onRef("person.id", "=", "student.personId"),
    )
    .select([
      "conference.seasonId",
      "conference.studentId",
      "conference.adviserId",
      "conference.householdKey",
      "conference.startsAt",
      "conference.endsAt",
      "conference.startedAt",
      "conference.endedAt",
      "conference.place",
      "conference.mode",
      "conference.language",
      "conference.state",
      "conference.outcome",
      "conference.notMetBecause",
      "conference.continuesId",
      "season.name as seasonName",
      "season.code as seasonCode",
      "season.startsOn as seasonStartsOn",
      "season.agenda",
      "school.id as schoolId",
      "school.name as schoolName",
      "school.code as schoolCode",
      "school.timeZone as zone",
      "student.grade",
      "student.cohortYear",
      "student.studentNumber",
      "person.givenName",
      "person.familyName",
      "person.ownScriptName",
    ])
    .select((eb) => [
      eb
        .selectFrom("conferenceRecord as first")
        .select("first.number")
        .whereRef("first.districtId", "=", "conference.districtId")
        .whereRef("first.conferenceId", "=", "conference.continuesId")
        .as("continuesNumber"),
    ])
    .where("conference.districtId", "=", districtId)
    .where("conference.id", "=", conferenceId)
    .executeTakeFirstOrThrow();

/** The conference a stopped one goes on at, if its day is set. */
export const findContinuation = (db: Db, { districtId }: Actor, conferenceId: string) =>
  db
    .selectFrom("conference")
    .select(["id", "startsAt"])
    .where("districtId", "=", districtId)
    .where("continuesId", "=", conferenceId)
    .where("state", "<>", "cancelled")
    .executeTakeFirst();

/** Everyone asked to a conference, family first. */
export async function listRoomPeople(
  db: Db,
  { districtId }: Actor,
  conferenceId: string,
): Promise<RoomPerson[]> {
  const rows = await db
    .selectFrom("participant")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "participant.districtId")
        .onRef("person.id", "=", "participant.personId"),
    )
    .select(["participant.personId", "participant.part", "participant.relationship"])
    .select(["participant.householdId", "participant.expected", "participant.attendance"])
    .select(["participant.language", "participant.leftAt", "person.givenName"])
    .select(sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("name"))
    .where("participant.districtId", "=", districtId)
    .where("participant.conferenceId", "=", conferenceId)
    .orderBy(
      sql`array_position(array['guardian', 'guest', 'mentor', 'interpreter', 'staff'], participant.part)`,
    )
    .orderBy("person.givenName")
    .orderBy("participant.personId")
    .execute();
  return rows.map((row) => ({ ...row, leftAt: row.leftAt?.toISOString() ?? null })) as RoomPerson[];
}

/** The households that take part, each with an annex of its own. */
export const listHouseholds = (db: Db, { districtId }: Actor, conferenceId: string) =>
  db
    .selectFrom("household")
    .select(["household.id", "household.name"])
    .where("household.districtId", "=", districtId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("participant")
          .select("participant.personId")
          .whereRef("participant.districtId", "=", "household.districtId")
          .whereRef("participant.householdId", "=", "household.id")
          .where("participant.conferenceId", "=", conferenceId),
      ),
    )
    .orderBy("household.id")
    .execute();

/** Tries to reach the family, in the order they were made. */
export const listAttempts = (db: Db, { districtId }: Actor, conferenceId: string) =>
  db
    .selectFrom("contactAttempt")
    .select(["madeAt", "way", "result"])
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .orderBy("madeAt")
    .execute();
