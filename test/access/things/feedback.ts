import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

/** What the adviser said about a piece of the student's. */
export async function bringFeedback(
  db: Db,
  { student, adviser }: Circle,
  workSampleId: string,
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("feedback")
    .values({
      districtId: student.districtId,
      id,
      workSampleId,
      writtenBy: adviser.personId,
      words: "Secret of the feedback",
      language: "en",
      writtenAt: "2026-11-10T18:00:00Z",
    })
    .execute();
  return id;
}
