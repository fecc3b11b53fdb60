import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { useLectern } from "#test/support/lectern.ts";
import { listChanges, openRecord, planSupport } from "#web/records/record.api.ts";
import { aRecordInTheRoom, look, readAloud, write } from "./record-story.ts";

const lectern = useLectern();

test("the record begins on the first look, and two first looks begin one", async () => {
  const { mrOkafor, conferenceId, recordId } = await aRecordInTheRoom(lectern);
  const looks = await Promise.all([1, 2].map(() => lectern.as(mrOkafor, () => openRecord(conferenceId))));
  expect(looks.map(({ id }) => id)).toEqual([recordId, recordId]);
  expect(looks[0]).toMatchObject({ state: "draft", revision: 0, may: { writeAll: true } });
  expect(looks[0]?.people.map(({ name }) => name)).toEqual(["Héctor Navarro", "Rosa Duarte"]);
});

test("two devices write different fields at once and lose nothing", async () => {
  const story = await aRecordInTheRoom(lectern);
  const fields = ["proud", "growth", "strengths", "adviserStrengths", "celebrations", "concerns"];
  await Promise.all(fields.map((field) => write(lectern, story.mrOkafor, story, field, `About ${field}`)));
  const { fields: saved, revision } = await look(lectern, story);
  expect(saved.map(({ field }) => field).sort()).toEqual([...fields].sort());
  expect(revision).toBe(fields.length);
  expect(new Set(saved.map((one) => one.revision)).size).toBe(fields.length);
});

test("the same field written on two devices says so, and both texts are known", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor } = story;
  await write(lectern, mrOkafor, story, "adviserStrengths", "She asks.");
  const late = write(lectern, mrOkafor, story, "adviserStrengths", "She measures.");
  await expect(late).rejects.toMatchObject({
    status: 409,
    code: "stale",
    field: "adviserStrengths",
    current: { value: "She asks.", revision: 1 },
  });
  expect((await look(lectern, story)).revision).toBe(1);
});

test("of two at the same instant on the same field one is told", async () => {
  const story = await aRecordInTheRoom(lectern);
  const answers = await Promise.allSettled(
    ["Hers", "His"].map((words) => write(lectern, story.mrOkafor, story, "concerns", words)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a save sent again after its answer was lost is taken as the same save", async () => {
  const story = await aRecordInTheRoom(lectern);
  await write(lectern, story.mrOkafor, story, "concerns", "Saturdays are long.");
  await write(lectern, story.mrOkafor, story, "concerns", "Saturdays are long.");
  expect((await look(lectern, story)).fields).toMatchObject([{ value: "Saturdays are long." }]);
});

test("an emptied field can be written again from nothing", async () => {
  const story = await aRecordInTheRoom(lectern);
  await write(lectern, story.mrOkafor, story, "concerns", "Saturdays");
  await write(lectern, story.mrOkafor, story, "concerns", "", { base: "Saturdays" });
  await write(lectern, story.mrOkafor, story, "concerns", "Sundays");
  expect((await look(lectern, story)).fields).toMatchObject([{ value: "Sundays" }]);
});

test("questions are rows of their own, so two people can add one each", async () => {
  const story = await aRecordInTheRoom(lectern);
  const rows = ["Does the D stop college?", "Can she work in summer?"];
  await Promise.all(
    rows.map((question) => write(lectern, story.mrOkafor, story, `questions.${uuidv7()}`, { question })),
  );
  expect((await look(lectern, story)).fields.map(({ value }) => value)).toHaveLength(2);
});

test("a student writes her own words and neither the adviser’s note nor the family’s", async () => {
  const story = await aRecordInTheRoom(lectern);
  await write(lectern, story.itzel, story, "strengths", "I ask again.");
  for (const field of ["adviserStrengths", "concerns", "nextStep"])
    await expect(write(lectern, story.itzel, story, field, "2026-12-01")).rejects.toMatchObject({
      status: 404,
    });
  await write(lectern, story.mrOkafor, story, "adviserStrengths", "Private until it is read back.");
  const hers = await lectern.as(story.itzel, () => openRecord(story.conferenceId));
  expect(hers.fields.map(({ field }) => field)).toEqual(["strengths"]);
  expect(hers.may).toEqual({ writeAll: false, writeOwn: true });
  const changes = await lectern.as(story.itzel, () => listChanges(story.recordId, 0));
  expect(changes).toMatchObject({ fields: [{ field: "strengths" }], supportPlans: null });
});

test("a classmate and another family find no record", async () => {
  const story = await aRecordInTheRoom(lectern);
  for (const stranger of [story.kofi, story.rosa])
    await expect(lectern.as(stranger, () => openRecord(story.conferenceId))).rejects.toMatchObject({
      status: 404,
    });
});

test("what does not fit a field is refused by name", async () => {
  const story = await aRecordInTheRoom(lectern);
  const refused = { status: 400, code: "invalid" };
  const attempts: [string, Parameters<typeof write>[4]][] = [
    ["nextCheckIn", "2026-02-30"],
    ["continuation", "whenever"],
    ["mathNotTested", "two\nlines"],
    ["proud", { question: "?" }],
    [`questions.${uuidv7()}`, { weather: "fine" }],
    ["questions", { question: "?" }],
    ["nothing", "?"],
  ];
  for (const [field, value] of attempts)
    await expect(write(lectern, story.mrOkafor, story, field, value), field).rejects.toMatchObject(refused);
});

test("words of the room go to the household that met apart, and nowhere else", async () => {
  const story = await aRecordInTheRoom(lectern, { householdKey: "rosa" });
  const { mrOkafor, rosa, hector } = story;
  await write(lectern, mrOkafor, story, "concerns", "Saturdays", { part: rosa.householdId });
  for (const part of ["core", hector.householdId])
    await expect(write(lectern, mrOkafor, story, "concerns", "Saturdays", { part })).rejects.toMatchObject({
      status: 404,
    });
});

test("a second device hears what was saved since it last asked", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, recordId } = story;
  await write(lectern, mrOkafor, story, "proud", "Cranes, Pier 9");
  await write(lectern, mrOkafor, story, "growth", "Asking before I am lost");
  const since = await lectern.as(mrOkafor, () => listChanges(recordId, 1));
  expect(since).toMatchObject({ revision: 2, fields: [{ field: "growth" }] });
  expect(await lectern.as(mrOkafor, () => listChanges(recordId, 2))).toMatchObject({
    fields: [],
    supportPlans: null,
  });
});

test("a change after reading back makes the names void and says so", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, itzel, recordId } = story;
  await write(lectern, mrOkafor, story, "proud", "Cranes");
  const revision = await readAloud(lectern, story);
  const { acknowledge } = await import("#web/records/record.api.ts");
  const said = { typedName: "Itzel", tookPart: true, receivedCopy: false, comment: "", language: "en" };
  await lectern.as(mrOkafor, () => acknowledge(recordId, { ...said, personId: itzel.personId, revision }));
  expect((await look(lectern, story)).acknowledgements).toHaveLength(1);
  const saved = await write(lectern, mrOkafor, story, "growth", "Asking");
  expect(saved).toEqual({ revision: 2, voided: true });
  expect(await look(lectern, story)).toMatchObject({ state: "draft", acknowledgements: [] });
});

test("a support plan grows the revision and belongs to its own conference", async () => {
  const story = await aRecordInTheRoom(lectern);
  const [other, id] = [await aRecordInTheRoom(lectern), uuidv7()];
  const plan = {
    need: "credit-deficiency" as const,
    action: "Algebra 1B recovery",
    provider: "Ms. Lindgren",
    startsOn: "2026-12-04",
    frequency: "twice a week",
    measure: "quizzes over 80 %",
    reviewOn: "2027-01-15",
  };
  expect(await lectern.as(story.mrOkafor, () => planSupport(story.recordId, id, plan))).toMatchObject({
    revision: 1,
  });
  await lectern.as(story.mrOkafor, () => planSupport(story.recordId, id, { ...plan, action: "Tutoring" }));
  expect((await look(lectern, story)).supportPlans).toMatchObject([{ id, action: "Tutoring" }]);
  const elsewhere = lectern.as(story.mrOkafor, () => planSupport(other.recordId, id, plan));
  await expect(elsewhere).rejects.toMatchObject({ status: 404 });
});
