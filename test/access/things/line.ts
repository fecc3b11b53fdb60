import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** The mother asked the adviser something; nobody answered yet. */
export async function bringLine(db: Db, { school, student, guardian }: Circle): Promise<void> {
  await db
    .insertInto("familyMessage")
    .values({
      districtId: school.districtId,
      id: uuidv7(),
      studentId: student.personId,
      householdId: guardian.householdId,
      authorId: guardian.personId,
      side: "family",
      body: "Secret of the mother’s line",
      language: "es",
      writtenAt: conferenceNight,
    })
    .execute();
}
