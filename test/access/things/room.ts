import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** The record being written in the live conference, with one support plan, an addendum and a name withheld. */
export async function bringRoom(
  db: Db,
  { school, student, adviser, guardian }: Circle,
  liveConferenceId: string,
): Promise<{
  draftRecordId: string;
  interventionId: string;
  namedReaderId: string;
  withheldPersonId: string;
}> {
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
  await db
    .insertInto("nameWithheld")
    .values({
      districtId,
      recordId: draftRecordId,
      personId: guardian.personId,
      because: "later",
      notedBy: adviser.personId,
      notedAt: conferenceNight,
    })
    .execute();
  const namedReaderId = await bringAddendum(db, { school, student, adviser }, draftRecordId);
  return { draftRecordId, interventionId, namedReaderId, withheldPersonId: guardian.personId };
}

/** What staff noted apart from it; her case manager may read it, her counsellor was not named. */
async function bringAddendum(
  db: Db,
  { school: { districtId }, student, adviser }: Pick<Circle, "school" | "student" | "adviser">,
  recordId: string,
): Promise<string> {
  const saved = { language: "en", savedBy: adviser.personId, savedAt: conferenceNight };
  await db
    .insertInto("staffAddendum")
    .values({ districtId, recordId, body: "Secret of the addendum", ...saved })
    .execute();
  const { personId } = await db
    .selectFrom("caseload")
    .select("personId")
    .where("districtId", "=", districtId)
    .where("studentId", "=", student.personId)
    .where("part", "=", "case-manager")
    .executeTakeFirstOrThrow();
  const named = { namedBy: adviser.personId, namedAt: conferenceNight };
  await db
    .insertInto("addendumReader")
    .values({ districtId, recordId, personId, ...named })
    .execute();
  return personId;
}
