import { expect, test } from "vitest";
import { listFamilyQuestions } from "#server/questionnaires/list-family-questions.ts";
import {
  finishQuestions,
  readFamilyAnswers,
  readQuestionnaire,
  saveAnswer,
  type Question,
} from "#web/questionnaires/questionnaire.api.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, addStudent, answerFor, type Person } from "#test/support/people.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { actorOf } from "#test/support/seal-record.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";

const lectern = useLectern();

const answer = (who: Person, conferenceId: string, question: Question, value: string, base = "") =>
  lectern.as(who, () => saveAnswer(conferenceId, question, { field: "answer", base, value, language: "es" }));
const wordsOf = async (who: Person, conferenceId: string) => {
  const { answers } = await lectern.as(who, () => readQuestionnaire(conferenceId));
  return Object.fromEntries(answers.filter((one) => one.answer).map((one) => [one.question, one.answer]));
};

test("Rosa answers in Spanish, comes back later, and the adviser reads it with its language", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  await answer(rosa, conferenceId, "celebrations", "Ya pregunta por qué.");
  await answer(rosa, conferenceId, "home", "Su abuela está enferma.");
  expect(await wordsOf(rosa, conferenceId)).toEqual({
    celebrations: "Ya pregunta por qué.",
    home: "Su abuela está enferma.",
  });
  const { households } = await lectern.as(mrOkafor, () => readFamilyAnswers(conferenceId));
  expect(households).toMatchObject([{ name: "Rosa Duarte’s household" }]);
  expect(households[0]?.answers).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ question: "celebrations", language: "es", audience: "room" }),
      expect.objectContaining({ question: "home", audience: "adviser" }),
    ]),
  );
});

test("the family says of each answer whether it may come to the table", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  await answer(rosa, conferenceId, "help", "Con las fracciones.");
  await lectern.as(rosa, () =>
    saveAnswer(conferenceId, "help", { field: "audience", base: "room", value: "adviser", language: "es" }),
  );
  const asked = await listFamilyQuestions(lectern.db, await actorOf(lectern.db, mrOkafor), conferenceId);
  expect(asked).toMatchObject([{ question: "help", audience: "adviser", answer: "Con las fracciones." }]);
  await expect(
    lectern.as(rosa, () =>
      saveAnswer(conferenceId, "access", {
        field: "audience",
        base: "adviser",
        value: "room",
        language: "es",
      }),
    ),
  ).rejects.toMatchObject({ status: 400 });
});

test("two homes at one table answer each for itself, and neither reads the other", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa, hector] });
  await answer(rosa, conferenceId, "discuss", "El horario de la tarde.");
  await answer(hector, conferenceId, "discuss", "Las matemáticas.");
  expect(await wordsOf(rosa, conferenceId)).toEqual({ discuss: "El horario de la tarde." });
  expect(await wordsOf(hector, conferenceId)).toEqual({ discuss: "Las matemáticas." });
  const asked = await listFamilyQuestions(lectern.db, await actorOf(lectern.db, mrOkafor), conferenceId);
  expect(asked.map((one) => one.answer).toSorted()).toEqual(["El horario de la tarde.", "Las matemáticas."]);
});

test("two homes with a conference each: the other home's conference asks nothing of her, and shows the adviser one home", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const hers = await arrangeConference(school, itzel, mrOkafor, { householdKey: rosa.householdId });
  const his = await arrangeConference(school, itzel, mrOkafor, {
    householdKey: hector.householdId,
    startsAt: "2026-11-14T01:40:00Z",
    endsAt: "2026-11-14T02:10:00Z",
  });
  await answer(rosa, hers, "discuss", "El horario de la tarde.");
  await answer(hector, his, "discuss", "Las matemáticas.");
  await expect(wordsOf(rosa, his)).rejects.toMatchObject({ status: 404 });
  const { households } = await lectern.as(mrOkafor, () => readFamilyAnswers(his));
  expect(households.map((one) => one.id)).toEqual([hector.householdId]);
});

test("both parents of one home write in the same answers; the slower one sees what stands", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const stepfather = await addGuardian(school, itzel, "Julián Ortega", { householdId: rosa.householdId });
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa, stepfather] });
  await answer(rosa, conferenceId, "who", "Los dos.");
  await expect(answer(stepfather, conferenceId, "who", "Solo yo.")).rejects.toMatchObject({
    status: 409,
    current: "Los dos.",
  });
  await answer(stepfather, conferenceId, "who", "Los dos y su abuela.", "Los dos.");
  expect(await wordsOf(rosa, conferenceId)).toEqual({ who: "Los dos y su abuela." });
});

test("a conference set anew in the same season keeps what the family wrote", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const first = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  await answer(rosa, first, "language", "Español, por favor.");
  await lectern.db.updateTable("conference").set({ state: "cancelled" }).where("id", "=", first).execute();
  await expect(answer(rosa, first, "help", "Nada.")).rejects.toMatchObject({ code: "conference-cancelled" });
  const second = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  expect(await wordsOf(rosa, second)).toEqual({ language: "Español, por favor." });
});

test("after the conference the six are closed and the other four are open", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { conferenceId } = await holdConference(school, itzel, mrOkafor);
  await expect(answer(rosa, conferenceId, "help", "Tarde.")).rejects.toMatchObject({
    code: "conference-over",
  });
  await answer(rosa, conferenceId, "surprised", "Que habló veinte minutos.");
  await answer(rosa, conferenceId, "enoughTime", "no");
  await expect(answer(rosa, conferenceId, "heard", "perhaps")).rejects.toMatchObject({ status: 400 });
  const { phase, answers } = await lectern.as(rosa, () => readQuestionnaire(conferenceId));
  expect(phase).toBe("after");
  expect(answers.map((one) => [one.question, one.answer])).toEqual([
    ["surprised", "Que habló veinte minutos."],
    ["heard", ""],
    ["enoughTime", "no"],
    ["change", ""],
  ]);
});

test("the student, a restricted uncle and the guardian of a student of 18 are not asked, and read nothing", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", {
    mayInspectRecords: false,
    mayAttend: false,
  });
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  await answer(rosa, conferenceId, "home", "Su abuela está enferma.");
  const noor = await addStudent(school, "Noor Hassan Abdi", { grade: 12, bornOn: "2008-11-05" });
  await answerFor(school, noor, rosa);
  const noors = await arrangeConference(school, noor, mrOkafor, {
    startsAt: "2026-11-14T01:40:00Z",
    endsAt: "2026-11-14T02:10:00Z",
  });
  const closed = { status: 404 };
  await expect(lectern.as(uncle, () => readQuestionnaire(conferenceId))).rejects.toMatchObject(closed);
  await expect(answer(uncle, conferenceId, "help", "¿Dónde es?")).rejects.toMatchObject(closed);
  await expect(lectern.as(rosa, () => readQuestionnaire(noors))).rejects.toMatchObject(closed);
  await expect(lectern.as(itzel, () => readQuestionnaire(conferenceId))).rejects.toMatchObject(closed);
  await expect(lectern.as(itzel, () => readFamilyAnswers(conferenceId))).rejects.toMatchObject(closed);
});

test("a family that wants to say no more says so once", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  expect(await lectern.as(rosa, () => readQuestionnaire(conferenceId))).toMatchObject({ finishedAt: null });
  await lectern.as(rosa, () => finishQuestions(conferenceId));
  await lectern.as(rosa, () => finishQuestions(conferenceId));
  const { finishedAt } = await lectern.as(rosa, () => readQuestionnaire(conferenceId));
  expect(new Date(finishedAt ?? 0)).toEqual(lectern.now);
});
