import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addClass, addStaff } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { aPiece, makeCoAuthor } from "#test/work-samples/pieces.ts";
import { answerPrompt, listPrompts } from "#web/reflections/reflection.api.ts";
import {
  addWorkSample,
  editWorkSample,
  listWorkSamples,
  readWorkSample,
} from "#web/work-samples/work-sample.api.ts";
import en from "../../templates/languages/en/prompts.json" with { type: "json" };
import es from "../../templates/languages/es/prompts.json" with { type: "json" };

const lectern = useLectern();
let story: Story;
beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));

const asItzel = <T>(act: () => Promise<T>) => lectern.as(story.itzel, act);
const added = async (facts: Parameters<typeof aPiece>[0] = {}) =>
  (await asItzel(() => addWorkSample(aPiece(facts)))).id;
const answer = (id: string, base: string, words: string, prompt = "draft-to-final") =>
  asItzel(() => answerPrompt(id, prompt, { base, answer: words, language: "en" }));

test("an answer is kept with the question it belongs to", async () => {
  const id = await added();
  const first = "At first I only measured at lunch.";
  await answer(id, "", first);
  await answer(id, "", "The line between 3 pm and 5 am.", "proof");
  await answer(id, first, `${first} So every site looked healthy.`);
  const { reflections } = await asItzel(() => readWorkSample(id));
  expect(Object.fromEntries(reflections.map((one) => [one.prompt, one.answer]))).toEqual({
    "draft-to-final": "At first I only measured at lunch. So every site looked healthy.",
    proof: "The line between 3 pm and 5 am.",
  });
});

test("two devices on one reflection: the second is told what the first wrote, and nothing is lost", async () => {
  const id = await added();
  await answer(id, "", "Written on the Chromebook.");
  const told = { status: 409, code: "stale", current: "Written on the Chromebook." };
  await expect(answer(id, "", "Written on the phone.")).rejects.toMatchObject(told);
  expect((await answer(id, "Written on the Chromebook.", "Both.")).answer).toBe("Both.");
});

test("two devices beginning the same answer at the same instant: one wins, the other is told", async () => {
  const id = await added();
  const tries = await Promise.allSettled([answer(id, "", "One."), answer(id, "", "Two.")]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("two devices on different questions both keep their words", async () => {
  const id = await added();
  await Promise.all([answer(id, "", "One.", "proof"), answer(id, "", "Two.", "another-week")]);
  expect((await asItzel(() => readWorkSample(id))).reflections).toHaveLength(2);
});

test("a save whose reply was lost may be sent again", async () => {
  const id = await added();
  await answer(id, "", "I went at five in the morning.");
  expect((await answer(id, "", "I went at five in the morning.")).answer).toContain("five");
});

test("the shelf counts answered questions; one emptied again does not count", async () => {
  const id = await added();
  const count = async () => {
    const { workSamples } = await asItzel(() => listWorkSamples(story.itzel.personId));
    return workSamples.find((one) => one.id === id)?.reflections;
  };
  await answer(id, "", "Here.", "proof");
  await answer(id, "", "Gone soon.");
  expect(await count()).toBe(2);
  await answer(id, "Gone soon.", " ");
  expect(await count()).toBe(1);
});

test("the adviser reads reflections of shared pieces; co-authors and the class's teacher see only the work", async () => {
  const { school, itzel, kofi, rosa, mrOkafor } = story;
  const teacher = await addStaff(school, "Folake Adeyemi");
  const classId = await addClass(school, teacher, [itzel]);
  const id = await added();
  await makeCoAuthor(school, id, kofi);
  await answer(id, "", "My partner did not help much.");
  await asItzel(async () => {
    await editWorkSample(id, { field: "sharedWithAdviser", base: false, value: true });
    await editWorkSample(id, { field: "classId", base: null, value: classId });
    await editWorkSample(id, { field: "submittedToClass", base: false, value: true });
  });
  expect((await lectern.as(mrOkafor, () => readWorkSample(id))).reflections).toHaveLength(1);
  for (const reader of [kofi, teacher])
    expect((await lectern.as(reader, () => readWorkSample(id))).reflections).toEqual([]);
  const onKofisShelf = await lectern.as(kofi, () => listWorkSamples(kofi.personId));
  expect(onKofisShelf.workSamples[0]?.reflections).toBe(0);
  await expect(lectern.as(rosa, () => readWorkSample(id))).rejects.toMatchObject({ status: 404 });
});

test("nobody but the student answers, and only questions that are asked", async () => {
  const { kofi, rosa, mrOkafor } = story;
  const id = await added({ sharedWithAdviser: true });
  const words = { base: "", answer: "Not mine.", language: "en" };
  const missing = { status: 404 };
  for (const other of [kofi, rosa, mrOkafor])
    await expect(lectern.as(other, () => answerPrompt(id, "proof", words))).rejects.toMatchObject(missing);
  await expect(asItzel(() => answerPrompt(id, "favourite-colour", words))).rejects.toMatchObject(missing);
});

test("every subject asks questions that have their sentence in both languages", async () => {
  const { bySubject } = await asItzel(listPrompts);
  expect(Object.keys(bySubject)).toHaveLength(9);
  for (const key of Object.values(bySubject).flat())
    for (const sentences of [en, es]) expect(sentences).toHaveProperty(key);
});
