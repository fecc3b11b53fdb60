import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import { addSeason } from "#test/support/school.ts";
import { arrangeConference } from "#test/support/story.ts";
import type { Circle } from "../cast.ts";

/** A record that was taken back, one whose content was destroyed, and a name noted from paper under the newest with its sheet among the adviser's files. */
export async function bringEndedRecords(
  db: Db,
  circle: Circle,
  recordId: string,
): Promise<{
  withdrawnRecordId: string;
  withdrawnNumber: string;
  erasedRecordId: string;
  paperNameId: string;
  sheetId: string;
}> {
  const withdrawn = await bringRecord(db, circle, "withdrawn");
  const erased = await bringRecord(db, circle, "erased");
  return {
    withdrawnRecordId: withdrawn.id,
    withdrawnNumber: withdrawn.number,
    erasedRecordId: erased.id,
    ...(await bringSheet(db, circle, recordId)),
  };
}

const longAgo = {
  name: "Fall conferences",
  startsOn: "2019-11-02",
  endsOn: "2019-12-18",
  state: "closed",
} as const;

async function bringRecord(
  db: Db,
  { school, student, adviser }: Circle,
  state: "withdrawn" | "erased",
): Promise<{ id: string; number: string }> {
  const { districtId } = school;
  const id = uuidv7();
  const number = `2019-F-${id.slice(-6)}`;
  // In a season of its own: erasing lets go of the files made of its season.
  const seasonId = await addSeason(school, { ...longAgo, code: number });
  const conferenceId = await arrangeConference({ ...school, seasonId }, student, adviser, {
    state: "cancelled",
  });
  const by = { sealedAt: "2026-01-11T17:00:00Z", sealedBy: adviser.personId };
  await db
    .insertInto("conferenceRecord")
    .values({
      ...{ districtId, id, conferenceId, studentId: student.personId },
      ...{ template: "conference-record", state, number },
      ...by,
    })
    .execute();
  const gone = { erasedAt: conferenceNight, erasedGround: "court", erasedBecause: "Secret of the erasure" };
  await db
    .insertInto("recordVersion")
    .values({
      ...{ districtId, recordId: id, version: 1, schemaVersion: 1, template: "conference-record" },
      ...by,
      digest: randomBytes(32),
      ...(state === "erased" ? gone : {}),
    })
    .execute();
  return { id, number };
}

async function bringSheet(
  db: Db,
  { school: { districtId }, student, adviser }: Circle,
  recordId: string,
): Promise<{ paperNameId: string; sheetId: string }> {
  const [paperNameId, sheetId] = [uuidv7(), uuidv7()];
  await db
    .insertInto("storedFile")
    .values({
      ...{ districtId, id: sheetId, ownerId: adviser.personId, name: "signed.pdf" },
      ...{ mediaType: "application/pdf", bytes: 9, sha256: randomBytes(32) },
      storageKey: `sheet-${sheetId}`,
    })
    .execute();
  await db
    .insertInto("acknowledgement")
    .values({
      ...{ districtId, id: paperNameId, recordId, personId: student.personId, typedName: student.name },
      ...{ tookPart: true, receivedCopy: false, method: "paper", late: true, revision: 1, version: 1 },
      givenAt: "2026-11-20T19:00:00Z",
    })
    .execute();
  return { paperNameId, sheetId };
}
