import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

/** A piece with one version, shared and handed in. */
export async function bringWork(db: Db, { student, classId }: Circle): Promise<string> {
  const { districtId, personId: studentId } = student;
  const id = uuidv7();
  await db
    .insertInto("workSample")
    .values({
      districtId,
      id,
      studentId,
      title: "The creek that stops breathing at night",
      subject: "science",
      classId,
      sharedWithAdviser: true,
      submittedToClass: true,
    })
    .execute();
  await db
    .insertInto("workVersion")
    .values({
      districtId,
      id: uuidv7(),
      workSampleId: id,
      number: 1,
      stage: "final",
      kind: "text",
      body: "At 3 pm.",
    })
    .execute();
  return id;
}
