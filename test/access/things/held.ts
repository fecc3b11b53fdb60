import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { sealHeldConference } from "#test/support/seal-record.ts";
import { holdConference } from "#test/support/past-conference.ts";
import type { Circle } from "../cast.ts";

export interface HeldThings {
  /** A conference held on Monday, led by today's adviser, with a sealed record. */
  readonly heldConferenceId: string;
  readonly presentationId: string;
  readonly recordId: string;
  /** The piece that was shown in it. */
  readonly shownItemId: string;
  /** A piece that was shown in it and is hidden. */
  readonly hiddenItemId: string;
  /** Shown on the same evening and hidden as a whole. */
  readonly hiddenPresentationId: string;
  /** Agreed in it, with the student's and the school's promise. */
  readonly agreedGoalId: string;
}

/** A held conference: a piece given to both mentors, a result for those entitled to numbers, and the mother's note after it. */
export async function bringHeldConference(db: Db, circle: Circle): Promise<HeldThings> {
  const { school, student, adviser, guardian, mentor, minorMentor } = circle;
  const held = await holdConference(school, student, adviser, { sealed: false });
  const { conferenceId, presentationId, recordId } = held;
  await writeNeed(db, circle, recordId);
  const { goalId } = await sealHeldConference(school, {
    ...held,
    student,
    adviser,
    guardian,
    comments: "Secret of the mother’s annex",
  });
  const piece = await addItem(db, circle, presentationId, 1, {
    kind: "work",
    title: "The creek at night",
    versions: [],
    reflections: [],
  });
  const result = await addItem(db, circle, presentationId, 2, {
    kind: "result",
    test: "Secret of the presented result",
    sittings: [],
  });
  // The result too: chosen it may be, but nobody at home said yes to numbers.
  for (const { personId: mentorId } of [mentor, minorMentor])
    for (const presentationItemId of [piece, result])
      await db
        .insertInto("mentorItem")
        .values({
          districtId: school.districtId,
          presentationItemId,
          mentorId,
          expiresAt: "2026-12-18T00:00:00Z",
        })
        .execute();
  const { hiddenItemId, hiddenPresentationId } = await hideSome(db, circle, conferenceId, presentationId);
  await writeMothersNote(db, circle, conferenceId);
  return {
    heldConferenceId: conferenceId,
    presentationId,
    recordId,
    shownItemId: piece,
    hiddenItemId,
    hiddenPresentationId,
    agreedGoalId: goalId,
  };
}

/** Something to plan for that needs no plan, and why. */
async function writeNeed(db: Db, { school, adviser }: Circle, recordId: string): Promise<void> {
  const value = { need: "attendance", what: "Late on Mondays", noneBecause: "Secret of the reason for none" };
  await db
    .insertInto("recordField")
    .values({
      districtId: school.districtId,
      recordId,
      part: "core",
      field: `needs.${uuidv7()}`,
      value: JSON.stringify(value),
      revision: 1,
      savedBy: adviser.personId,
      savedAt: "2026-11-10T02:00:00Z",
    })
    .execute();
}

/** A piece that was taken back, and a whole presentation. */
async function hideSome(
  db: Db,
  circle: Circle,
  conferenceId: string,
  presentationId: string,
): Promise<{ hiddenItemId: string; hiddenPresentationId: string }> {
  const { districtId } = circle.school;
  const hidden = {
    withdrawnBy: circle.adviser.personId,
    withdrawnAt: "2026-11-10T19:00:00Z",
    withdrawnBecause: "A classmate can be recognized in it",
  };
  const hiddenItemId = await addItem(db, circle, presentationId, 3, {
    kind: "work",
    title: "Secret of the hidden piece",
    versions: [],
    reflections: [],
  });
  await db
    .updateTable("presentationItem")
    .set(hidden)
    .where("districtId", "=", districtId)
    .where("id", "=", hiddenItemId)
    .execute();
  const hiddenPresentationId = uuidv7();
  await db
    .insertInto("presentation")
    .values({
      districtId,
      id: hiddenPresentationId,
      conferenceId,
      studentId: circle.student.personId,
      number: 2,
      state: "withdrawn",
      startedAt: "2026-11-09T20:00:00Z",
      endedAt: "2026-11-09T20:20:00Z",
      ...hidden,
    })
    .execute();
  return { hiddenItemId, hiddenPresentationId };
}

async function writeMothersNote(
  db: Db,
  { school: { districtId }, student, guardian }: Circle,
  conferenceId: string,
): Promise<void> {
  await db
    .insertInto("familyNote")
    .values({
      districtId,
      id: uuidv7(),
      studentId: student.personId,
      conferenceId,
      authorId: guardian.personId,
      householdId: guardian.householdId,
      body: "Secret of the mother’s note",
      language: "en",
      writtenAt: "2026-11-11T19:00:00Z",
    })
    .execute();
}

async function addItem(
  db: Db,
  { school: { districtId } }: Circle,
  presentationId: string,
  position: number,
  shown: { kind: string; [key: string]: unknown },
): Promise<string> {
  const id = uuidv7();
  const isWork = shown.kind === "work";
  await db
    .insertInto("presentationItem")
    .values({
      districtId,
      id,
      presentationId,
      position,
      kind: shown.kind,
      audience: isWork ? "all" : "numbers",
      minorMentorMaySee: isWork,
      schemaVersion: 1,
      snapshot: JSON.stringify({ schemaVersion: 1, segment: isWork ? "proud" : "results", ...shown }),
    })
    .execute();
  return id;
}
