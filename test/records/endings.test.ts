import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { useLectern } from "#test/support/lectern.ts";
import {
  changeParticipant,
  followUp,
  endConference,
  noteContactAttempt,
} from "#web/conferences/conference.api.ts";
import { listGoals } from "#web/goals/goal.api.ts";
import {
  listMissing,
  openRecord,
  planSupport,
  readBack,
  readContent,
  sealRecord,
  type Outcome,
} from "#web/records/record.api.ts";
import { pdfOf } from "./pdf-words.ts";
import { aGoalWithBothSides, aRecordInTheRoom, look, write, type RecordStory } from "./record-story.ts";

const lectern = useLectern();

const finish = async (story: RecordStory) => {
  const { revision } = await look(lectern, story);
  return await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
};
const missingIn = async ({ mrOkafor, recordId }: RecordStory, outcome?: Outcome) =>
  (await lectern.as(mrOkafor, () => listMissing(recordId, outcome))).missing.map(({ key }) => key);

test("nobody came: why, how often we tried and what comes next are enough, and no goal is agreed by it", async () => {
  const story = await aRecordInTheRoom(lectern, { guests: "nobody" });
  const { mrOkafor, itzel, conferenceId } = story;
  await aGoalWithBothSides(lectern, story);
  await lectern.as(mrOkafor, () =>
    endConference(conferenceId, { outcome: "not-met", notMetBecause: "no-show" }),
  );
  expect(await missingIn(story)).toEqual(["attempts", "nextStep"]);
  for (const [way, result] of [
    ["phone", "No answer"],
    ["text", "Rosa wrote that her shift changed"],
  ] as const)
    await lectern.as(mrOkafor, () => noteContactAttempt(conferenceId, { way, result }));
  await write(lectern, mrOkafor, story, "nextStep", "Meet by phone on Monday at seven");
  expect((await look(lectern, story)).attempts.map(({ result }) => result)).toEqual([
    "No answer",
    "Rosa wrote that her shift changed",
  ]);
  const { number } = await finish(story);
  const { goals } = await lectern.as(itzel, () => listGoals(itzel.personId));
  expect(goals.map(({ state }) => state)).toEqual(["draft"]);
  const paper = await pdfOf(lectern, mrOkafor, story.recordId, "nobody-came");
  for (const words of [number, "We did not meet", "Rosa wrote that her shift changed", "by phone on Monday"])
    expect(paper).toContain(words);
  for (const words of ["Nothing was written", "no questions", "Raise Geometry", "In my own words"])
    expect(paper).not.toContain(words);
});

test("a student who prepared nothing has a conference all the same, and her record says nothing of it", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, conferenceId } = story;
  await aGoalWithBothSides(lectern, story);
  const spoken = {
    adviserStrengths: "She answered every question her mother had.",
    languageArtsNotTested: "she came last week",
    mathNotTested: "she came last week",
    nextCheckIn: "2026-12-11",
  };
  for (const [field, value] of Object.entries(spoken)) await write(lectern, mrOkafor, story, field, value);
  await lectern.as(mrOkafor, () => endConference(conferenceId, { outcome: "held" }));
  expect(await missingIn(story)).toEqual([]);
  const { revision } = await look(lectern, story);
  await lectern.as(mrOkafor, () => readBack(story.recordId, revision));
  await finish(story);
  const paper = await pdfOf(lectern, mrOkafor, story.recordId, "nothing-prepared");
  expect(paper).toContain("She answered every question");
  for (const words of ["In my own words", "Not written", "–  From"]) expect(paper).not.toContain(words);
});

test("how it ended can be said differently until the record is finished, and not after", async () => {
  const story = await aRecordInTheRoom(lectern, { guests: "nobody" });
  const { mrOkafor, conferenceId } = story;
  const end = (outcome: Outcome, notMetBecause?: "declined" | "unreachable") =>
    lectern.as(mrOkafor, () =>
      endConference(conferenceId, { outcome, ...(notMetBecause ? { notMetBecause } : {}) }),
    );
  await end("held");
  const { conference: first } = await look(lectern, story);
  await end("not-met", "declined");
  const { conference } = await look(lectern, story);
  expect(conference).toMatchObject({ outcome: "not-met", notMetBecause: "declined", endedAt: first.endedAt });
  await lectern.as(mrOkafor, () =>
    noteContactAttempt(conferenceId, { way: "phone", result: "They declined" }),
  );
  await write(lectern, mrOkafor, story, "nextStep", "A letter");
  await finish(story);
  await expect(end("not-met", "unreachable")).rejects.toMatchObject({ code: "record-finished" });
});

/** The fire alarm rings after a quarter of an hour. */
async function aStoppedMeeting(): Promise<RecordStory> {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, conferenceId, recordId, rosa } = story;
  await write(lectern, mrOkafor, story, "adviserStrengths", "Itzel measures before she talks.");
  await write(lectern, mrOkafor, story, `questions.${uuidv7()}`, { question: "Does the D stop college?" });
  await write(lectern, mrOkafor, story, "comments", "Rosa works late on Fridays", { part: rosa.householdId });
  const need = uuidv7();
  await write(lectern, mrOkafor, story, `needs.${need}`, { need: "attendance", what: "Late on Mondays" });
  const plan = { provider: "", startsOn: null, frequency: "", measure: "", reviewOn: null };
  await lectern.as(mrOkafor, () =>
    planSupport(recordId, need, { need: "attendance", action: "A bus pass", ...plan }),
  );
  await aGoalWithBothSides(lectern, story);
  await lectern.as(mrOkafor, () => endConference(conferenceId, { outcome: "stopped" }));
  await write(lectern, mrOkafor, story, "remains", "Results and goals");
  await write(lectern, mrOkafor, story, "continuesOn", "2026-11-20");
  return story;
}

test("stopped and continued another day: the first part stays as it was, and everything written goes on", async () => {
  const story = await aStoppedMeeting();
  const { mrOkafor, itzel, conferenceId } = story;
  const { number } = await finish(story);
  const paper = await pdfOf(lectern, mrOkafor, story.recordId, "stopped");
  for (const words of ["goes on another day", "Results and goals", "20 November", "A bus pass"])
    expect(paper).toContain(words);
  const first = await lectern.as(mrOkafor, () => readContent(story.recordId));
  const { id } = await lectern.as(mrOkafor, () => followUp(conferenceId, { startsAt: "2026-11-20T17:40" }));
  expect((await look(lectern, story)).conference.goesOn).toMatchObject({ id });
  const next = await lectern.as(mrOkafor, () => openRecord(id));
  expect(next).toMatchObject({
    state: "draft",
    conference: { state: "planned", continuesNumber: number },
    supportPlans: [{ action: "A bus pass", state: "proposed" }],
  });
  expect(next.people.map(({ name }) => name).sort()).toEqual(["Héctor Navarro", "Rosa Duarte"]);
  expect(next.fields.map(({ field }) => field.replace(/\..*/, "")).sort()).toEqual([
    "adviserStrengths",
    "comments",
    "needs",
    "questions",
  ]);
  expect(await lectern.as(mrOkafor, () => readContent(story.recordId))).toEqual(first);
  const { goals } = await lectern.as(itzel, () => listGoals(itzel.personId));
  expect(goals.map(({ state }) => state)).toEqual(["draft"]);
});

test("a stopped meeting is finished before it goes on, and goes on once", async () => {
  const story = await aStoppedMeeting();
  const goOn = (startsAt: string) =>
    lectern.as(story.mrOkafor, () => followUp(story.conferenceId, { startsAt }));
  await expect(goOn("2026-11-20T17:40")).rejects.toMatchObject({ code: "finish-first" });
  await finish(story);
  await goOn("2026-11-20T17:40");
  await expect(goOn("2026-11-23T17:40")).rejects.toMatchObject({ status: 409 });
});

test("somebody nobody expected is in the room, and somebody has to go early; the record says both plainly", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, rosa, conferenceId } = story;
  const change = (personId: string, said: Parameters<typeof changeParticipant>[2]) =>
    lectern.as(mrOkafor, () => changeParticipant(conferenceId, personId, said));
  const coach = { part: "guest" as const, name: "Ana Ruiz", relationship: "coach" };
  await change(uuidv7(), { ...coach, attendance: "present" });
  await change(rosa.personId, { part: "guardian", left: true });
  const { people } = await look(lectern, story);
  expect(people.find(({ name }) => name === "Ana Ruiz")).toMatchObject({
    attendance: "present",
    relationship: "coach",
    leftAt: null,
  });
  expect(people.find(({ name }) => name === "Rosa Duarte")?.leftAt).not.toBeNull();
  const paper = await pdfOf(lectern, mrOkafor, story.recordId, "left-early");
  expect(paper).toMatch(/Rosa Duarte .*Until \d/);
  await change(rosa.personId, { part: "guardian", left: false });
  expect((await look(lectern, story)).people.every(({ leftAt }) => leftAt === null)).toBe(true);
});
