import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** A restriction somebody typed, kept with both values. */
export async function bringChange(db: Db, { student, adviser }: Circle): Promise<void> {
  await db
    .insertInto("changeAudit")
    .values({
      districtId: student.districtId,
      id: uuidv7(),
      changedBy: adviser.personId,
      changedAt: conferenceNight,
      kind: "guardianship",
      studentId: student.personId,
      subject: "Efraín Duarte",
      field: "courtDocument",
      oldValue: null,
      newValue: JSON.stringify("Secret of the court order"),
    })
    .execute();
}
