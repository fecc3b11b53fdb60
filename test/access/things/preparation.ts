import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

/** What the adviser wrote ahead for the student's record. */
export async function bringPreparation(db: Db, { school, student, adviser }: Circle): Promise<void> {
  const { districtId, seasonId } = school;
  await db
    .insertInto("preparation")
    .values({
      districtId,
      studentId: student.personId,
      seasonId,
      field: "adviserStrengths",
      words: "Secret of the preparation",
      writtenBy: adviser.personId,
      updatedAt: "2026-11-10T18:00:00Z",
    })
    .execute();
}
