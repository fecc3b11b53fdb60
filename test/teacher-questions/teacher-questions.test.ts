import { beforeAll, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { useLectern } from "#test/support/lectern.ts";
import { addClass, addStaff, type Person } from "#test/support/people.ts";
import { sealRecord } from "#web/records/record.api.ts";
import {
  answerTeacherQuestion,
  listTeacherQuestions,
  listTeachersOf,
} from "#web/teacher-questions/teacher-question.api.ts";
import { pdfOf } from "../records/pdf-words.ts";
import { aRecordInTheRoom, readyToFinish, write, type RecordStory } from "../records/record-story.ts";

const lectern = useLectern();
let story: RecordStory;
let msMoss: Person;
let mrHale: Person;
const question = "May she hand the lab report in again?";

beforeAll(async () => {
  story = await aRecordInTheRoom(lectern);
  const { school, itzel, mrOkafor } = story;
  msMoss = await addStaff(school, "Astrid Moss", ["teacher"]);
  mrHale = await addStaff(school, "Tobias Hale", ["teacher"]);
  await addClass(school, msMoss, [itzel]);
  for (const { personId, name } of [msMoss, mrHale, mrOkafor])
    await lectern.db
      .updateTable("person")
      .set({ email: `${name.split(" ")[0]!.toLowerCase()}@school.example.org` })
      .where("districtId", "=", school.districtId)
      .where("id", "=", personId)
      .execute();
  const ask = ({ personId: teacher, name }: Person, words: string) =>
    write(lectern, mrOkafor, story, `teachers.${uuidv7()}`, { teacher, name, question: words });
  await ask(msMoss, question);
  await ask(mrHale, "Does she still sing?");
  const revision = await readyToFinish(lectern, story);
  expect((await lectern.as(msMoss, listTeacherQuestions)).questions).toEqual([]);
  await lectern.as(mrOkafor, () => sealRecord(story.recordId, revision));
});

test("an adviser chooses among the teachers who teach the student today", async () => {
  const { itzel, mrOkafor } = story;
  const { teachers } = await lectern.as(mrOkafor, () => listTeachersOf(itzel.personId));
  expect(teachers).toEqual([{ id: msMoss.personId, name: "Astrid Moss", classes: ["Biology, period 3"] }]);
});

test("finishing sends the question to its teacher and writes to her once; somebody who does not teach her gets none", async () => {
  const { questions } = await lectern.as(msMoss, listTeacherQuestions);
  expect(questions).toMatchObject([
    {
      question,
      studentName: "Itzel Navarro Duarte",
      askedBy: "Daniel Okafor",
      mayAnswer: true,
      answer: null,
    },
  ]);
  expect((await lectern.as(mrHale, listTeacherQuestions)).questions).toEqual([]);
  const letters = await lectern.db
    .selectFrom("outgoingMessage")
    .select(["personId", "template"])
    .where("template", "like", "teacher-%")
    .execute();
  expect(letters).toEqual([{ personId: msMoss.personId, template: "teacher-asked" }]);
});

test("it stands on the record's paper with the teacher's name", async () => {
  const paper = await pdfOf(lectern, story.rosa, story.recordId, "teacher-question");
  expect(paper).toContain("Astrid Moss");
  expect(paper).toContain(question);
});

test("her answer reaches whoever guides the student, who is written to once, and nobody else answers for her", async () => {
  const { mrOkafor, rosa } = story;
  const [asked] = (await lectern.as(msMoss, listTeacherQuestions)).questions;
  const answer = { answer: "Yes, until Friday.", language: "en" };
  for (const other of [mrOkafor, mrHale, rosa])
    await expect(lectern.as(other, () => answerTeacherQuestion(asked!.id, answer))).rejects.toMatchObject({
      status: 404,
    });
  await lectern.as(msMoss, () => answerTeacherQuestion(asked!.id, answer));
  await lectern.as(msMoss, () =>
    answerTeacherQuestion(asked!.id, { ...answer, answer: "Yes, until Monday." }),
  );
  const { questions } = await lectern.as(mrOkafor, listTeacherQuestions);
  expect(questions).toMatchObject([
    { answer: "Yes, until Monday.", teacherName: "Astrid Moss", mayAnswer: false },
  ]);
  const letters = await lectern.db
    .selectFrom("outgoingMessage")
    .select("personId")
    .where("template", "=", "teacher-answered")
    .execute();
  expect(letters).toEqual([{ personId: mrOkafor.personId }]);
});
