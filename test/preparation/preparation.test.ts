import { sql } from "kysely";
import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { arrangeConference, aStudentWithAdviser, type Story } from "#test/support/story.ts";
import {
  readPreparation,
  writePreparation,
  type PreparationField,
} from "#web/preparation/preparation.api.ts";
import { openRecord, saveField } from "#web/records/record.api.ts";

const lectern = useLectern();

const writes = (adviser: Person, student: Person, field: PreparationField, value: string, base = "") =>
  lectern.as(adviser, () => writePreparation(student.personId, { field, base, value, language: "en" }));

const prepared = async (reader: Person, student: Person) => {
  const reply = await lectern.as(reader, () => readPreparation(student.personId));
  return Object.fromEntries(reply.prepared.map(({ field, words }) => [field, words]));
};

async function inTheRecord({ mrOkafor }: Story, conferenceId: string) {
  const { id, fields } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  return { id, words: Object.fromEntries(fields.map(({ field, value }) => [field, value])) };
}

test("the adviser writes from the day the season opens, and the record begins with it", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel, mrOkafor, school } = story;
  await writes(mrOkafor, itzel, "adviserStrengths", "She asks the question others are afraid of.");
  await writes(mrOkafor, itzel, "mathNotTested", "she came in October");
  await writes(mrOkafor, itzel, "nextCheckIn", "2026-12-10");
  const written = {
    adviserStrengths: "She asks the question others are afraid of.",
    mathNotTested: "she came in October",
    nextCheckIn: "2026-12-10",
  };
  expect(await prepared(mrOkafor, itzel)).toEqual(written);

  const conferenceId = await arrangeConference(school, itzel, mrOkafor);
  expect((await inTheRecord(story, conferenceId)).words).toEqual(written);
  const { conferenceId: where } = await lectern.as(mrOkafor, () => readPreparation(itzel.personId));
  expect(where, "from here on she writes in the room").toBe(conferenceId);
});

test("with two households, both records begin with what was written", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel, mrOkafor, school, rosa, hector } = story;
  await writes(mrOkafor, itzel, "adviserStrengths", "She listens.");
  for (const { householdId } of [rosa, hector]) {
    const at = householdId === rosa.householdId ? "2026-11-13T01:40:00Z" : "2026-11-13T02:40:00Z";
    const facts = { householdKey: householdId, startsAt: at, endsAt: at.replace(":40", ":59") };
    const conferenceId = await arrangeConference(school, itzel, mrOkafor, facts);
    expect((await inTheRecord(story, conferenceId)).words).toEqual({ adviserStrengths: "She listens." });
  }
});

test("what was written in the room stands, whatever is changed on the page from before", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel, mrOkafor, school } = story;
  await writes(mrOkafor, itzel, "adviserStrengths", "She listens.");
  const conferenceId = await arrangeConference(school, itzel, mrOkafor);
  const { id } = await inTheRecord(story, conferenceId);

  await writes(mrOkafor, itzel, "adviserStrengths", "She listens and asks.", "She listens.");
  expect((await inTheRecord(story, conferenceId)).words.adviserStrengths).toBe("She listens and asks.");

  const typed = { part: "core", field: "adviserStrengths", language: "en" };
  await lectern.as(mrOkafor, () =>
    saveField(id, { ...typed, base: "She listens and asks.", value: "She leads." }),
  );
  await writes(mrOkafor, itzel, "adviserStrengths", "She hesitates.", "She listens and asks.");
  expect((await inTheRecord(story, conferenceId)).words.adviserStrengths).toBe("She leads.");
});

test("two advisers on one field keep both texts, and a repeated request is no conflict", async () => {
  const { itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await writes(mrOkafor, itzel, "mathNote", "She grew.");
  await writes(mrOkafor, itzel, "mathNote", "She grew.");
  await expect(writes(mrOkafor, itzel, "mathNote", "She doubled.")).rejects.toMatchObject({
    status: 409,
    code: "stale",
    current: "She grew.",
  });
});

test("a day that is none, and a reason of two lines, are refused with their field", async () => {
  const { itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await expect(writes(mrOkafor, itzel, "nextCheckIn", "2026-02-30")).rejects.toMatchObject({ status: 400 });
  await expect(writes(mrOkafor, itzel, "mathNotTested", "one\ntwo")).rejects.toMatchObject({ status: 400 });
});

test("the student and her family read nothing of it before the meeting", async () => {
  const { itzel, mrOkafor, rosa } = await aStudentWithAdviser(lectern.db);
  await writes(mrOkafor, itzel, "adviserStrengths", "She listens.");
  for (const reader of [itzel, rosa])
    await expect(prepared(reader, itzel)).rejects.toMatchObject({ status: 404 });
});

test("what is typed in the room at the very moment stands, whatever is written ahead beside it", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel, mrOkafor, school } = story;
  const conferenceId = await arrangeConference(school, itzel, mrOkafor);
  const { id } = await inTheRecord(story, conferenceId);
  const typed = { part: "core", field: "adviserStrengths", language: "en", base: null, value: "She leads." };

  const begun = await lectern.db.transaction().execute(async (tx) => {
    await sql`select from conference_record where id = ${id} for update`.execute(tx);
    const typing = lectern.as(mrOkafor, () => saveField(id, typed));
    await untilWaiting(1);
    const writing = writes(mrOkafor, itzel, "adviserStrengths", "She listens.");
    await untilWaiting(2);
    return [typing, writing];
  });
  await Promise.all(begun);
  expect((await inTheRecord(story, conferenceId)).words.adviserStrengths).toBe("She leads.");
});

/** Until so many requests wait for a row that somebody else holds. */
async function untilWaiting(count: number): Promise<void> {
  await expect
    .poll(async () => {
      const waiting = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(lectern.db);
      return waiting.rows.length;
    })
    .toBe(count);
}
