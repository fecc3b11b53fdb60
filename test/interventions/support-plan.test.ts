import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { aRecordInTheRoom, look, readyToFinish } from "#test/records/record-story.ts";
import { useLectern } from "#test/support/lectern.ts";
import { arrangeConference } from "#test/support/story.ts";
import {
  dropSupport,
  openRecord,
  planSupport,
  sealRecord,
  type InterventionPlan,
} from "#web/records/record.api.ts";

const lectern = useLectern();

const tutoring: InterventionPlan = {
  need: "credit-deficiency",
  action: "Algebra 1B in the spring",
  provider: "Ms. Castellanos",
  startsOn: "2027-01-20",
  frequency: "Daily, second period",
  measure: "Five credits earned by June",
  reviewOn: "2027-03-12",
};

test("a need gets its plan in the room, and a better one over it", async () => {
  const story = await aRecordInTheRoom(lectern);
  const id = uuidv7();
  await lectern.as(story.mrOkafor, () => planSupport(story.recordId, id, tutoring));
  await lectern.as(story.mrOkafor, () =>
    planSupport(story.recordId, id, { ...tutoring, provider: "Mr. Lund" }),
  );
  expect((await look(lectern, story)).supportPlans).toMatchObject([
    { id, provider: "Mr. Lund", state: "proposed" },
  ]);
});

test("a plan that was only proposed can be taken out again", async () => {
  const story = await aRecordInTheRoom(lectern);
  const id = uuidv7();
  await lectern.as(story.mrOkafor, () => planSupport(story.recordId, id, tutoring));
  await lectern.as(story.mrOkafor, () => dropSupport(story.recordId, id));
  expect((await look(lectern, story)).supportPlans).toEqual([]);
});

test("the plan of another conference is not written over from this one", async () => {
  const theirs = await aRecordInTheRoom(lectern);
  const id = uuidv7();
  await lectern.as(theirs.mrOkafor, () => planSupport(theirs.recordId, id, tutoring));
  const { school, kofi, mrOkafor } = theirs;
  const next = await arrangeConference(school, kofi, mrOkafor, {
    startsAt: "2026-11-13T02:20:00Z",
    endsAt: "2026-11-13T02:50:00Z",
    state: "live",
  });
  const over = lectern.as(mrOkafor, async () => {
    const { id: ours } = await openRecord(next);
    await planSupport(ours, id, { ...tutoring, action: "Nothing" });
  });
  await expect(over).rejects.toMatchObject({ status: 404 });
  expect((await look(lectern, theirs)).supportPlans).toMatchObject([{ action: tutoring.action }]);
});

test("a finished record takes no more plans", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const late = lectern.as(story.mrOkafor, () => planSupport(story.recordId, uuidv7(), tutoring));
  await expect(late).rejects.toMatchObject({ code: "record-finished" });
});
