import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** The record being written in the live conference, with one support plan. */
export async function bringRoom(
  db: Db,
  { school, student, adviser }: Circle,
  liveConferenceId: string,
): Promise<{ draftRecordId: string; interventionId: string }> {
  const { districtId } = school;
  const draftRecordId = uuidv7();
  await db
    .insertInto("conferenceRecord")
    .values({
      districtId,
      id: draftRecordId,
      conferenceId: liveConferenceId,
      studentId: student.personId,
      template: "conference-record",
      state: "draft",
      revision: 1,
    })
    .execute();
  await db
    .insertInto("recordField")
    .values({
      districtId,
      recordId: draftRecordId,
      part: "core",
      field: "adviserStrengths",
      value: JSON.stringify("Secret of the draft record"),
      revision: 1,
      savedBy: adviser.personId,
      savedAt: conferenceNight,
    })
    .execute();
  const interventionId = uuidv7();
  await db
    .insertInto("intervention")
    .values({
      districtId,
      id: interventionId,
      studentId: student.personId,
      conferenceId: liveConferenceId,
      need: "attendance",
      action: "Morning check-in",
      state: "proposed",
      position: 1,
    })
    .execute();
  return { draftRecordId, interventionId };
}
