import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { holdConference } from "#test/support/past-conference.ts";
import type { Circle } from "../cast.ts";

/** A conference held on Monday with a sealed record, and the mother's note after it. */
export async function bringHeldConference(
  db: Db,
  { school, student, adviser, guardian }: Circle,
): Promise<{ heldConferenceId: string }> {
  const { conferenceId } = await holdConference(school, student, adviser);
  await db
    .insertInto("familyNote")
    .values({
      districtId: school.districtId,
      id: uuidv7(),
      studentId: student.personId,
      conferenceId,
      authorId: guardian.personId,
      householdId: guardian.householdId,
      body: "Secret of the mother’s note",
      language: "en",
      writtenAt: "2026-11-11T19:00:00Z",
    })
    .execute();
  return { heldConferenceId: conferenceId };
}
