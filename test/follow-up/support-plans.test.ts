import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { listOwed, readFollowUp, takeStep, type InterventionStep } from "#web/follow-up/follow-up.api.ts";
import { remindFollowUp } from "#server/follow-up/remind.ts";

const lectern = useLectern();

const step = (facts: Partial<InterventionStep> & Pick<InterventionStep, "step">): InterventionStep => ({
  note: "",
  outcome: null,
  reviewOn: null,
  ...facts,
});

async function withPlan(): Promise<Story & { planId: string }> {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, mrOkafor } = story;
  const { conferenceId } = await holdConference(school, itzel, mrOkafor);
  const planId = uuidv7();
  const { districtId } = school;
  await lectern.db
    .insertInto("intervention")
    .values({
      districtId,
      id: planId,
      studentId: itzel.personId,
      conferenceId,
      need: "learning-gap",
      action: "Office hours for geometry",
      startsOn: "2026-10-01",
      reviewOn: "2026-11-12",
      state: "agreed",
      position: 1,
    })
    .execute();
  await lectern.db
    .updateTable("person")
    .set({ email: `okafor.${mrOkafor.personId.slice(-6)}@example.org` })
    .where("districtId", "=", districtId)
    .where("id", "=", mrOkafor.personId)
    .execute();
  return { ...story, planId };
}

const planOf = async ({ mrOkafor, planId }: Story & { planId: string }) =>
  (await lectern.as(mrOkafor, () => readFollowUp())).plans.find(({ id }) => id === planId);

test("a support plan is looked at again, goes on with a new day, and ends with what came of it", async () => {
  const story = await withPlan();
  const { mrOkafor, planId } = story;
  const take = (given: InterventionStep) => lectern.as(mrOkafor, () => takeStep(planId, given));
  expect(await planOf(story)).toMatchObject({ state: "agreed", isDue: true });
  await expect(take(step({ step: "close", outcome: "worked" }))).rejects.toMatchObject({
    code: "intervention-step",
  });
  await expect(take(step({ step: "review" }))).rejects.toMatchObject({ code: "note-needed" });
  await take(step({ step: "review", note: "Two of six weeks" }));
  await expect(take(step({ step: "go-on", reviewOn: "2026-11-12" }))).rejects.toMatchObject({
    code: "review-day",
  });
  await take(step({ step: "go-on", reviewOn: "2026-12-10" }));
  expect(await planOf(story)).toMatchObject({ state: "active", isDue: false, reviewOn: "2026-12-10" });
  await take(step({ step: "review", note: "She asks by herself" }));
  await take(step({ step: "close", outcome: "worked" }));
  const ended = await planOf(story);
  expect(ended).toMatchObject({ state: "closed", outcome: "worked" });
  expect(ended?.steps.map(({ step: taken }) => taken)).toEqual(["review", "go-on", "review", "close"]);
});

test("a plan shows the test before it and since, where there are both", async () => {
  const story = await withPlan();
  const { school, itzel } = story;
  const result = (takenOn: string, testWindow: string, score: number) => ({
    districtId: school.districtId,
    id: uuidv7(),
    studentId: itzel.personId,
    area: "math",
    test: "MAP Growth",
    schoolYear: "2026–27",
    testWindow,
    takenOn,
    score,
  });
  await lectern.db
    .insertInto("assessmentResult")
    .values([result("2026-09-14", "fall", 214), result("2026-11-09", "winter", 221)])
    .execute();
  expect((await planOf(story))?.results).toEqual([
    { area: "math", test: "MAP Growth", before: 214, after: 221 },
  ]);
});

test("what falls due is written about by day: at night it waits for the morning, at each school's own clock", async () => {
  const story = await withPlan();
  const lettersAt = async (now: string) => {
    await remindFollowUp(lectern.db, new Date(now));
    const { count } = await lectern.db
      .selectFrom("outgoingMessage")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("personId", "=", story.mrOkafor.personId)
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  expect(await lettersAt("2026-11-12T15:59:00Z")).toBe(0); // 7:59 am in California
  expect(await lettersAt("2026-11-13T03:00:00Z")).toBe(0); // 7 pm
  expect(await lettersAt("2026-11-13T10:00:00Z")).toBe(0); // 2 am on the next day
  expect(await lettersAt("2026-11-13T16:00:00Z")).toBe(1); // 8 am
});

test("on the day it falls due its adviser gets one letter, however often the clock asks", async () => {
  const story = await withPlan();
  const { mrOkafor } = story;
  const lettersAt = async (now: string) => {
    await remindFollowUp(lectern.db, new Date(now));
    const rows = await lectern.db
      .selectFrom("outgoingMessage")
      .select("template")
      .where("personId", "=", mrOkafor.personId)
      .execute();
    return rows.map(({ template }) => template);
  };
  expect(await lettersAt("2026-11-12T07:30:00Z")).toEqual([]); // still the 11th in California
  expect(await lettersAt("2026-11-12T16:00:00Z")).toEqual(["plan-due"]);
  expect(await lettersAt("2026-11-12T17:00:00Z")).toEqual(["plan-due"]);
  expect((await lectern.as(mrOkafor, () => listOwed())).things.map(({ kind }) => kind)).toContain("plan");
});
