import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { useLectern } from "#test/support/lectern.ts";
import { listMissing, planSupport, sealRecord, type Outcome } from "#web/records/record.api.ts";
import {
  aGoalWithBothSides,
  aRecordInTheRoom,
  end,
  fillIn,
  look,
  tryToReach,
  write,
  type RecordStory,
} from "./record-story.ts";

const lectern = useLectern();

const missingIn = async (story: RecordStory, outcome?: Outcome): Promise<string[]> => {
  const { missing } = await lectern.as(story.mrOkafor, () => listMissing(story.recordId, outcome));
  return missing.map(({ key }) => key);
};

test("a held conference names everything it needs, in the order people met it, each with the field to go to", async () => {
  const story = await aRecordInTheRoom(lectern, { guests: "nobody" });
  const { missing } = await lectern.as(story.mrOkafor, () => listMissing(story.recordId));
  expect(missing.map(({ key }) => key)).toEqual([
    "family",
    "adviserStrengths",
    "languageArtsNote",
    "mathNote",
    "goal",
    "nextCheckIn",
    "ended",
  ]);
  expect(missing[1]).toEqual({
    key: "adviserStrengths",
    section: "strengths",
    field: "adviserStrengths",
    part: "core",
  });
});

test("with all of it there is nothing left", async () => {
  const story = await aRecordInTheRoom(lectern);
  await fillIn(lectern, story);
  await end(lectern, story, "held");
  expect(await missingIn(story)).toEqual([]);
});

test("a goal counts once both the student and the school promised something", async () => {
  const story = await aRecordInTheRoom(lectern);
  expect(await missingIn(story)).toContain("goal");
  await aGoalWithBothSides(lectern, story);
  expect(await missingIn(story)).not.toContain("goal");
});

test("each thing to plan for asks for a support plan, or why there is none", async () => {
  const story = await aRecordInTheRoom(lectern);
  const [algebra, attendance] = [uuidv7(), uuidv7()];
  await write(lectern, story.mrOkafor, story, `needs.${algebra}`, {
    need: "credit-deficiency",
    what: "Half a year of math",
  });
  const late = { need: "attendance", what: "Late on Mondays" };
  await write(lectern, story.mrOkafor, story, `needs.${attendance}`, late);
  expect((await missingIn(story)).filter((key) => key === "plan")).toHaveLength(2);
  await lectern.as(story.mrOkafor, () =>
    planSupport(story.recordId, algebra, {
      need: "credit-deficiency",
      action: "Algebra 1B recovery",
      provider: "",
      startsOn: null,
      frequency: "",
      measure: "",
      reviewOn: null,
    }),
  );
  const because = { ...late, noneBecause: "The bus changed; it is solved." };
  await write(lectern, story.mrOkafor, story, `needs.${attendance}`, because, { base: late });
  expect(await missingIn(story)).not.toContain("plan");
});

test("held without family asks for the attempts instead of the family", async () => {
  const story = await aRecordInTheRoom(lectern, { guests: "nobody" });
  await fillIn(lectern, story);
  await end(lectern, story, "held-without-family");
  expect(await missingIn(story)).toEqual(["attempts"]);
  await tryToReach(lectern, story);
  expect(await missingIn(story)).toEqual([]);
});

test("a stopped conference asks only for what remains and when it goes on", async () => {
  const story = await aRecordInTheRoom(lectern);
  await end(lectern, story, "stopped");
  expect(await missingIn(story)).toEqual(["remains", "continuesOn"]);
  await write(lectern, story.mrOkafor, story, "remains", "Goals and results");
  await write(lectern, story.mrOkafor, story, "continuation", "to-be-arranged");
  expect(await missingIn(story)).toEqual([]);
});

test("a conference that did not happen asks for the reason, the attempts and the next step", async () => {
  const story = await aRecordInTheRoom(lectern, { guests: "nobody" });
  await end(lectern, story, "not-met");
  expect(await missingIn(story)).toEqual(["reason", "attempts", "nextStep"]);
  await end(lectern, story, "not-met", "no-show");
  await tryToReach(lectern, story);
  await write(lectern, story.mrOkafor, story, "nextStep", "Call on Monday");
  expect(await missingIn(story)).toEqual([]);
  const { revision } = await look(lectern, story);
  const sealed = await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  expect(sealed.number).toMatch(/^2026-F-\d{4}$/);
});

test("before it is over, it can be asked what another ending would need", async () => {
  const story = await aRecordInTheRoom(lectern);
  expect(await missingIn(story, "stopped")).toEqual(["ended", "remains", "continuesOn"]);
});
