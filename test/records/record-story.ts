import { uuidv7 } from "uuidv7";
import type { Lectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { arrangeConference, aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { setGoal, writePromise } from "#web/goals/goal.api.ts";
import {
  openRecord,
  readBack,
  saveField,
  type FieldValue,
  type RecordReply,
} from "#web/records/record.api.ts";

/** Itzel's conference tonight with both her parents in the room, and its record as Mr. Okafor opens it. */
export interface RecordStory extends Story {
  readonly conferenceId: string;
  readonly recordId: string;
}

/** A conference that is on, with its record just begun. */
export async function aRecordInTheRoom(
  lectern: Lectern,
  { householdKey = "joint" as "joint" | "rosa", guests = "both" as "both" | "nobody" } = {},
): Promise<RecordStory> {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, mrOkafor, rosa, hector } = story;
  const apart = householdKey === "rosa";
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, {
    state: "live",
    guests: guests === "nobody" ? [] : apart ? [rosa] : [rosa, hector],
    householdKey: apart ? rosa.householdId : "joint",
  });
  await lectern.db
    .updateTable("participant")
    .set({ attendance: "present" })
    .where("conferenceId", "=", conferenceId)
    .execute();
  const { id } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  return { ...story, conferenceId, recordId: id };
}

/** Saves a field as if nothing stood there. */
export const write = (
  lectern: Lectern,
  writer: Person,
  { recordId }: Pick<RecordStory, "recordId">,
  field: string,
  value: FieldValue,
  { part = "core", base = null as FieldValue, language = "en" } = {},
) => lectern.as(writer, () => saveField(recordId, { part, field, base, value, language }));

/** Everything a held conference needs, filled in. */
export async function fillIn(lectern: Lectern, story: RecordStory): Promise<void> {
  const { mrOkafor } = story;
  const words: Record<string, string> = {
    strengths: "I ask again.",
    adviserStrengths: "Itzel measures before she talks.",
    languageArtsNote: "Now about the middle of tenth grade.",
    mathNotTested: "she joined in October",
    nextCheckIn: "2026-12-11",
  };
  for (const [field, value] of Object.entries(words)) await write(lectern, mrOkafor, story, field, value);
  await aGoalWithBothSides(lectern, story);
}

/** A goal with what she and the school will do. */
export async function aGoalWithBothSides(lectern: Lectern, { school, itzel, mrOkafor }: RecordStory) {
  await lectern.as(mrOkafor, async () => {
    const { id } = await setGoal({
      studentId: itzel.personId,
      seasonId: school.seasonId,
      wording: "Raise Geometry to a B",
      category: "academic",
      measure: "Average 83 % or higher",
      dueOn: "2027-01-22",
      language: "en",
    });
    for (const [side, wording] of [
      ["student", "Office hours on Tuesdays"],
      ["school", "A seat in Algebra 1B"],
    ] as const)
      await writePromise(id, side, {
        householdId: null,
        base: null,
        value: { wording, ownerName: "", byOn: null },
        language: "en",
      });
    return id;
  });
}

/** The conference is over, one way or another. */
export async function end(
  lectern: Lectern,
  { school, conferenceId }: RecordStory,
  outcome: "held" | "held-without-family" | "stopped" | "not-met",
  notMetBecause: "no-show" | "declined" | "unreachable" | null = null,
): Promise<void> {
  await lectern.db
    .updateTable("conference")
    .set({ state: "ended", outcome, notMetBecause, endedAt: "2026-11-13T02:11:00Z" })
    .where("districtId", "=", school.districtId)
    .where("id", "=", conferenceId)
    .execute();
}

/** A try to reach the family. */
export async function tryToReach(lectern: Lectern, { school, conferenceId, mrOkafor }: RecordStory) {
  await lectern.db
    .insertInto("contactAttempt")
    .values({
      districtId: school.districtId,
      id: uuidv7(),
      conferenceId,
      madeAt: lectern.now,
      madeBy: mrOkafor.personId,
      way: "phone",
      result: "No answer",
    })
    .execute();
}

/** How the record stands now, as Mr. Okafor sees it. */
export const look = (lectern: Lectern, { mrOkafor, conferenceId }: RecordStory): Promise<RecordReply> =>
  lectern.as(mrOkafor, () => openRecord(conferenceId));

/** Reads back what stands there now; returns the revision that was read. */
export async function readAloud(lectern: Lectern, story: RecordStory): Promise<number> {
  const { revision } = await look(lectern, story);
  await lectern.as(story.mrOkafor, () => readBack(story.recordId, revision));
  return revision;
}

/** Filled in, ended and read back: one press from finished. Returns the revision to finish. */
export async function readyToFinish(lectern: Lectern, story: RecordStory): Promise<number> {
  await fillIn(lectern, story);
  await end(lectern, story, "held");
  return await readAloud(lectern, story);
}
