import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** What the mother answered before tonight's conference: one thing for the adviser alone, one for the room, and the language. */
export async function bringAnswers(db: Db, { school, student, guardian }: Circle): Promise<void> {
  const { districtId, seasonId } = school;
  for (const [question, answer, audience] of [
    ["home", "Secret of the mother’s answer", "adviser"],
    ["discuss", "Secret of the mother’s question", "room"],
    ["language", "Secret of the mother’s wish", "adviser"],
  ] as const)
    await db
      .insertInto("familyAnswer")
      .values({
        ...{ districtId, seasonId, question, answer, audience },
        studentId: student.personId,
        householdId: guardian.householdId,
        language: "es",
        writtenBy: guardian.personId,
        writtenAt: conferenceNight,
      })
      .execute();
}
