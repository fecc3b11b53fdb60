import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

/** What the student says she is good at, for her and those who guide her. */
export async function bringStatement(db: Db, { school, student }: Circle): Promise<void> {
  const { districtId, seasonId } = school;
  await db
    .insertInto("statement")
    .values({
      districtId,
      studentId: student.personId,
      seasonId,
      field: "strengths",
      words: "Secret of the statement",
      updatedAt: "2026-11-10T18:00:00Z",
    })
    .execute();
}
