import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

/** A grade of hers, with what its teacher says. */
export async function bringTranscript(db: Db, { school, student }: Circle): Promise<void> {
  await db
    .insertInto("currentGrade")
    .values({
      districtId: school.districtId,
      id: uuidv7(),
      studentId: student.personId,
      course: "Geometry",
      subject: "math",
      schoolYear: "2026–27",
      grade: "C−",
      comment: "Secret of the geometry grade",
      asOf: "2026-11-10T14:00:00Z",
    })
    .execute();
}
