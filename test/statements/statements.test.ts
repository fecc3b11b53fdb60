import { expect, test } from "vitest";
import { addResult } from "#test/support/numbers.ts";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { arrangeConference, aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { readReadiness } from "#web/conferences/conference.api.ts";
import { openRecord, saveField } from "#web/records/record.api.ts";
import { listStatements, writeStatement, type StatementField } from "#web/statements/statement.api.ts";

const lectern = useLectern();

const says = (student: Person, field: StatementField, value: string, base = "") =>
  lectern.as(student, () => writeStatement(student.personId, { field, base, value, language: "en" }));

const saidBy = async (reader: Person, student: Person) => {
  const { statements } = await lectern.as(reader, () => listStatements(student.personId));
  return Object.fromEntries(statements.map(({ field, words }) => [field, words]));
};

async function inTheRecord({ mrOkafor }: Story, conferenceId: string) {
  const { id, fields } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  return { id, words: Object.fromEntries(fields.map(({ field, value }) => [field, value])) };
}

test("what a student says about herself is there again, for her and her adviser, not for her family", async () => {
  const { itzel, mrOkafor, rosa } = await aStudentWithAdviser(lectern.db);
  await says(itzel, "strengths", "I measure twice.");
  await says(itzel, "afterSchool", "I am still exploring.");
  const both = { strengths: "I measure twice.", afterSchool: "I am still exploring." };
  expect(await saidBy(itzel, itzel)).toEqual(both);
  expect(await saidBy(mrOkafor, itzel)).toEqual(both);
  await expect(saidBy(rosa, itzel)).rejects.toMatchObject({ status: 404 });
});

test("two devices on one question keep both texts", async () => {
  const { itzel } = await aStudentWithAdviser(lectern.db);
  await says(itzel, "strengths", "I measure twice.");
  await expect(says(itzel, "strengths", "I listen.")).rejects.toMatchObject({
    status: 409,
    code: "stale",
    current: "I measure twice.",
  });
  await says(itzel, "strengths", "I measure twice."); // the same words again are a lost reply
  await says(itzel, "strengths", "I listen.", "I measure twice.");
  expect(await saidBy(itzel, itzel)).toEqual({ strengths: "I listen." });
});

test("her words wait in the record, follow her while she writes, and stand once the adviser typed there", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const conferenceId = await arrangeConference(story.school, story.itzel, story.mrOkafor);
  await says(story.itzel, "strengths", "I measure twice.");
  const begun = await inTheRecord(story, conferenceId);
  expect(begun.words).toEqual({ strengths: "I measure twice." });

  await says(story.itzel, "strengths", "I measure three times.", "I measure twice.");
  await says(story.itzel, "support", "Ask me before you help.");
  const later = await inTheRecord(story, conferenceId);
  expect(later.words).toEqual({ strengths: "I measure three times.", support: "Ask me before you help." });

  const typed = { part: "core", field: "strengths", language: "en" };
  await lectern.as(story.mrOkafor, () =>
    saveField(begun.id, { ...typed, base: "I measure three times.", value: "She measures three times." }),
  );
  await says(story.itzel, "strengths", "I guess.", "I measure three times.");
  expect((await inTheRecord(story, conferenceId)).words.strengths).toBe("She measures three times.");
});

test("strengths and growth count as ready with both, and words taken back do not count", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor);
  const ready = async () => (await lectern.as(itzel, () => readReadiness(conferenceId))).statements;
  await says(itzel, "strengths", "I measure twice.");
  await says(itzel, "support", "Ask me first.");
  expect(await ready()).toEqual({ done: 1, total: 2 });
  await says(itzel, "growthAreas", "Asking before I am lost.");
  expect(await ready()).toEqual({ done: 2, total: 2 });
  await says(itzel, "strengths", " ", "I measure twice.");
  expect(await ready()).toEqual({ done: 1, total: 2 });
});

test("what her results tell her is asked for once she has some, and stands in the record beside them", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, mrOkafor } = story;
  const conferenceId = await arrangeConference(school, itzel, mrOkafor);
  const ready = async () => (await lectern.as(itzel, () => readReadiness(conferenceId))).results;
  expect(await ready(), "nothing to say about nothing").toEqual({ done: 0, total: 0 });
  await addResult(lectern.db, itzel, { area: "math" });
  await addResult(lectern.db, itzel, { area: "language-arts" });
  expect(await ready()).toEqual({ done: 0, total: 1 });
  await says(itzel, "resultsSaid", "I grew most in math, because I asked.");
  expect(await ready()).toEqual({ done: 1, total: 1 });
  const { words } = await inTheRecord(story, conferenceId);
  expect(words.resultsSaid).toBe("I grew most in math, because I asked.");
});
