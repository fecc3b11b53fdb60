import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { arrangeConference } from "./story.ts";
import type { Person } from "./people.ts";
import type { School } from "./school.ts";

/** A conference that was held, with one presentation ended and, unless told otherwise, a sealed record. */
export async function holdConference(
  school: School,
  student: Person,
  adviser: Person,
  { sealed = true } = {},
): Promise<{ conferenceId: string; presentationId: string; recordId: string }> {
  const { db, districtId } = school;
  const conferenceId = await arrangeConference(school, student, adviser, {
    startsAt: "2026-11-10T01:40:00Z",
    endsAt: "2026-11-10T02:10:00Z",
  });
  const [presentationId, recordId] = [uuidv7(), uuidv7()];
  await db
    .updateTable("conference")
    .set({
      state: "ended",
      outcome: "held",
      startedAt: "2026-11-10T01:41:00Z",
      endedAt: "2026-11-10T02:12:00Z",
    })
    .where("districtId", "=", districtId)
    .where("id", "=", conferenceId)
    .execute();
  await db
    .insertInto("presentation")
    .values({
      districtId,
      id: presentationId,
      conferenceId,
      studentId: student.personId,
      number: 1,
      state: "ended",
      startedAt: "2026-11-10T01:42:00Z",
      endedAt: "2026-11-10T01:58:00Z",
      digest: randomBytes(32),
    })
    .execute();
  await db
    .insertInto("conferenceRecord")
    .values({
      districtId,
      id: recordId,
      conferenceId,
      studentId: student.personId,
      template: "conference-record",
      state: sealed ? "sealed" : "draft",
      ...(sealed ? sealedBy(adviser, recordId) : {}),
    })
    .execute();
  if (sealed)
    await db
      .insertInto("recordVersion")
      .values({
        districtId,
        recordId,
        version: 1,
        schemaVersion: 1,
        template: "conference-record",
        sealedAt: "2026-11-11T17:00:00Z",
        sealedBy: adviser.personId,
        digest: randomBytes(32),
      })
      .execute();
  return { conferenceId, presentationId, recordId };
}

const sealedBy = (adviser: Person, recordId: string) => ({
  number: `2026-F-${recordId.slice(-4)}`,
  sealedAt: "2026-11-11T17:00:00Z",
  sealedBy: adviser.personId,
});
