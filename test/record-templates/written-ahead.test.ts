import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";
import { openRecord } from "#web/records/record.api.ts";
import { listStatements, writeStatement } from "#web/statements/statement.api.ts";
import { readFamilyAnswers, readQuestionnaire, saveAnswer } from "#web/questionnaires/questionnaire.api.ts";
import { aTemplate, change, choose, publish, sectionIn, withAfterSchool } from "./template-story.ts";

const lectern = useLectern();

/** Itzel's school asks what comes after graduation, and her conference is planned. */
async function aSchoolThatAsks(to = withAfterSchool) {
  const story = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, story.school);
  await change(lectern, form, to);
  await publish(lectern, form);
  await choose(lectern, form, story.school);
  const conferenceId = await arrangeConference(story.school, story.itzel, story.mrOkafor, {
    guests: [story.rosa],
  });
  return { ...story, ...form, conferenceId };
}
type Asked = Awaited<ReturnType<typeof aSchoolThatAsks>>;

const says = ({ itzel }: Asked, field: string, value: string, base = "") =>
  lectern.as(itzel, () => writeStatement(itzel.personId, { field, base, value, language: "en" }));
const fieldsOf = async ({ mrOkafor, conferenceId }: Asked) => {
  const { fields } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  return Object.fromEntries(fields.map(({ field, value }) => [field, value]));
};

test("what her school's form asks the student is hers to write ahead, and waits in her record", async () => {
  const story = await aSchoolThatAsks();
  const { itzel, mrOkafor } = story;
  const { own } = await lectern.as(itzel, () => listStatements(itzel.personId));
  expect(own.map(({ name }) => name)).toEqual(["own.plan"]);
  await says(story, "own.plan", "Marine engineering, I think.");
  expect(await fieldsOf(story)).toEqual({ "own.plan": "Marine engineering, I think." });
  await says(story, "own.plan", "Marine engineering.", "Marine engineering, I think.");
  expect(await fieldsOf(story)).toEqual({ "own.plan": "Marine engineering." });
  const read = await lectern.as(mrOkafor, () => listStatements(itzel.personId));
  expect(read.statements).toMatchObject([{ field: "own.plan", words: "Marine engineering." }]);
});

test("she is asked nothing that is the adviser's, of another grade or not there", async () => {
  const story = await aSchoolThatAsks();
  for (const field of ["own.path", "own.home", "own.rank", "own.nothing"])
    await expect(says(story, field, "work")).rejects.toMatchObject({ status: 400, field: "field" });
  const seniors = await aSchoolThatAsks((definition) => {
    sectionIn(withAfterSchool(definition), "ownCollege").grades = { from: 12, to: 12 };
    return definition;
  });
  await expect(says(seniors, "own.plan", "Later.")).rejects.toMatchObject({ status: 400 });
});

test("a record that began before its school asked says nothing of it", async () => {
  const story = await aSchoolThatAsks((definition) => definition);
  expect(await fieldsOf(story)).toEqual({});
  await change(lectern, story, withAfterSchool);
  await publish(lectern, story);
  await says(story, "own.plan", "Marine engineering.");
  expect(await fieldsOf(story)).toEqual({});
});

const answers = ({ rosa, conferenceId }: Asked, question: string, value: string) =>
  lectern.as(rosa, () =>
    saveAnswer(conferenceId, question, { field: "answer", base: "", value, language: "es" }),
  );

test("what the form asks the family is among her questions, in her own language, and comes to the table unless she says otherwise", async () => {
  const story = await aSchoolThatAsks();
  const { rosa, mrOkafor, conferenceId } = story;
  const asked = await lectern.as(rosa, () => readQuestionnaire(conferenceId));
  expect(asked.own.map(({ name, label }) => [name, label.es])).toEqual([
    ["own.home", "Lo que piensa la familia"],
  ]);
  expect(asked.answers.at(-1)).toMatchObject({ question: "own.home", audience: "room", maySayWho: true });
  await answers(story, "own.home", "Estamos orgullosos.");
  const told = await lectern.as(mrOkafor, () => readFamilyAnswers(conferenceId));
  expect(told.households[0]?.answers).toMatchObject([
    { question: "own.home", answer: "Estamos orgullosos.", language: "es", audience: "room" },
  ]);
  expect(told.own.map(({ name }) => name)).toEqual(["own.home"]);
  for (const question of ["own.plan", "own.nothing"])
    await expect(answers(story, question, "x")).rejects.toMatchObject({ status: 404 });
});

test("what a newer version asks no more keeps its name beside what was answered, and is asked nobody", async () => {
  const story = await aSchoolThatAsks();
  const { rosa, itzel, mrOkafor, conferenceId } = story;
  await says(story, "own.plan", "Marine engineering.");
  await answers(story, "own.home", "Estamos orgullosos.");
  await change(lectern, story, (definition) => {
    const own = sectionIn(definition, "ownCollege");
    own.fields = own.fields.filter((field) => field.is === "own" && field.key === "visited");
    return definition;
  });
  await publish(lectern, story);
  const told = await lectern.as(mrOkafor, () => readFamilyAnswers(conferenceId));
  expect(told.own.map(({ name, label }) => [name, label.en])).toEqual([
    ["own.home", "What home thinks of it"],
  ]);
  expect((await lectern.as(rosa, () => readQuestionnaire(conferenceId))).own).toEqual([]);
  const { own, earlier } = await lectern.as(itzel, () => listStatements(itzel.personId));
  expect([own, earlier.map(({ label }) => label.en)]).toEqual([[], ["My plan"]]);
  await expect(says(story, "own.plan", "Law.", "Marine engineering.")).rejects.toMatchObject({ status: 400 });
});
