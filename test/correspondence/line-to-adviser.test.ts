import { expect, test } from "vitest";
import {
  answerHome,
  askAdviser,
  listOwedAnswers,
  readCorrespondence,
  settleThread,
} from "#web/correspondence/correspondence.api.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";

const lectern = useLectern();
const inSpanish = (body: string) => ({ body, language: "es" });
const bodiesFor = async (who: Person, student: Person) => {
  const { threads } = await lectern.as(who, () => readCorrespondence(student.personId));
  return threads.map(({ messages }) => messages.map(({ body }) => body));
};
const lettersTo = (person: Person) =>
  lectern.db
    .selectFrom("outgoingMessage")
    .select(["template", "facts"])
    .where("personId", "=", person.personId)
    .execute();

test("a mother asks, the adviser owes her an answer until he gives it, and both are told by mail", async () => {
  const { itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await lectern.db
    .updateTable("person")
    .set({ email: "okafor@example.org" })
    .where("id", "=", mrOkafor.personId)
    .execute();
  await lectern.as(rosa, () => askAdviser(itzel.personId, inSpanish("¿Puede quedarse los martes?")));
  expect((await lectern.as(mrOkafor, listOwedAnswers)).owed).toMatchObject([
    { studentName: "Itzel Navarro Duarte", authorName: "Rosa Duarte", count: 1 },
  ]);
  expect(await lettersTo(mrOkafor)).toMatchObject([{ template: "family-question" }]);
  await lectern.as(mrOkafor, () =>
    answerHome(itzel.personId, rosa.householdId, { body: "Yes, until 4:30.", language: "en" }),
  );
  expect((await lectern.as(mrOkafor, listOwedAnswers)).owed).toEqual([]);
  const letters = await lettersTo(rosa);
  expect(letters).toMatchObject([{ template: "family-answer", facts: { path: `/line/${itzel.personId}` } }]);
  expect(JSON.stringify(letters)).not.toContain("4:30");
  expect(await lectern.as(rosa, () => readCorrespondence(itzel.personId))).toMatchObject({
    mayAsk: true,
    mayAnswer: false,
    threads: [
      {
        isOwed: false,
        messages: [
          { mine: true, side: "family", language: "es" },
          { mine: false, side: "school", authorName: "Daniel Okafor" },
        ],
      },
    ],
  });
});

test("each home has a line of its own; the adviser has both, the student none", async () => {
  const { itzel, kofi, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await lectern.as(rosa, () => askAdviser(itzel.personId, inSpanish("De Rosa")));
  await lectern.as(hector, () => askAdviser(itzel.personId, inSpanish("De Héctor")));
  expect(await bodiesFor(rosa, itzel)).toEqual([["De Rosa"]]);
  expect(await bodiesFor(hector, itzel)).toEqual([["De Héctor"]]);
  expect((await bodiesFor(mrOkafor, itzel)).toSorted()).toEqual([["De Héctor"], ["De Rosa"]]);
  await expect(bodiesFor(itzel, itzel)).rejects.toMatchObject({ status: 404 });
  await expect(bodiesFor(kofi, itzel)).rejects.toMatchObject({ status: 404 });
});

test("a question answered on the phone is settled; a new one is owed again", async () => {
  const { itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const ask = (body: string) => lectern.as(rosa, () => askAdviser(itzel.personId, inSpanish(body)));
  const owed = async () => (await lectern.as(mrOkafor, listOwedAnswers)).owed.map(({ count }) => count);
  await ask("¿Cuándo es la excursión?");
  await lectern.as(mrOkafor, () => settleThread(itzel.personId, rosa.householdId));
  expect(await owed()).toEqual([]);
  await ask("¿Y qué lleva?");
  expect(await owed()).toEqual([1]);
});

test("a restricted uncle cannot write, and the adviser cannot open a line to a home that never asked", async () => {
  const { school, itzel, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", {
    mayInspectRecords: false,
    mayAttend: false,
  });
  await expect(
    lectern.as(uncle, () => askAdviser(itzel.personId, inSpanish("¿Dónde está?"))),
  ).rejects.toMatchObject({ status: 404 });
  await expect(
    lectern.as(mrOkafor, () =>
      answerHome(itzel.personId, hector.householdId, { body: "Hello", language: "en" }),
    ),
  ).rejects.toMatchObject({ status: 404 });
});
