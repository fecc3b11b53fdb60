import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { conferenceNight, useLectern } from "#test/support/lectern.ts";
import {
  changeParticipant,
  endConference,
  noteContactAttempt,
  startConference,
} from "#web/conferences/conference.api.ts";
import { listGoals, setGoal, type NewGoal } from "#web/goals/goal.api.ts";
import { planSupport, type InterventionPlan } from "#web/records/record.api.ts";
import { aRecordInTheRoom, look, type RecordStory } from "./record-story.ts";

const lectern = useLectern();
const minute = 60_000;

/** The meeting was at 5:40 pm; the laptop finds a network an hour later. */
const began = "2026-11-13T01:41:00.000Z";
const over = "2026-11-13T02:09:00.000Z";
beforeEach(() => void (lectern.now = new Date(conferenceNight.getTime() + 120 * minute)));

async function aMeetingHeldAway(): Promise<RecordStory> {
  const story = await aRecordInTheRoom(lectern);
  await lectern.db
    .updateTable("conference")
    .set({ state: "planned", startedAt: null })
    .where("id", "=", story.conferenceId)
    .execute();
  return story;
}

const refusal = (status: number, code: string) => ({ status, code });

test("a meeting told late has the times at which it was held", async () => {
  const story = await aMeetingHeldAway();
  const { conferenceId, mrOkafor } = story;
  await lectern.as(mrOkafor, async () => {
    await startConference(conferenceId, { at: began });
    await startConference(conferenceId, { at: began });
    await endConference(conferenceId, { outcome: "held", base: null, at: over });
    await endConference(conferenceId, { outcome: "held", base: null, at: over });
  });
  const { conference } = await look(lectern, story);
  expect([conference.state, conference.startedAt, conference.endedAt]).toEqual(["ended", began, over]);
});

test("a time still to come, and one before the day, are refused; seconds ahead are now", async () => {
  const story = await aMeetingHeldAway();
  const { conferenceId, mrOkafor } = story;
  const ahead = (by: number) => new Date(lectern.now.getTime() + by).toISOString();
  const start = (at: string) => lectern.as(mrOkafor, () => startConference(conferenceId, { at }));
  await expect(start(ahead(10 * minute))).rejects.toMatchObject(refusal(400, "not-yet"));
  await expect(start("2026-11-11T01:40:00.000Z")).rejects.toMatchObject(refusal(400, "before-conference"));
  await start(ahead(5000));
  expect((await look(lectern, story)).conference.startedAt).toBe(lectern.now.toISOString());
});

test("a goal begun without network is made once, and nobody else's by its id", async () => {
  const { school, itzel, kofi, mrOkafor } = await aMeetingHeldAway();
  const goal: NewGoal & { id: string } = {
    id: uuidv7(),
    studentId: itzel.personId,
    seasonId: school.seasonId,
    wording: "",
    category: "academic",
    measure: "",
    dueOn: null,
    language: "en",
  };
  await lectern.as(mrOkafor, async () => {
    expect(await setGoal(goal)).toEqual({ id: goal.id });
    expect(await setGoal(goal)).toEqual({ id: goal.id });
    await expect(setGoal({ ...goal, studentId: kofi.personId })).rejects.toMatchObject(
      refusal(409, "already-there"),
    );
    expect((await listGoals(itzel.personId, school.seasonId)).goals.map(({ id }) => id)).toEqual([goal.id]);
  });
});

test("a try to reach the family sent twice is noted once", async () => {
  const story = await aMeetingHeldAway();
  const { conferenceId, mrOkafor } = story;
  const attempt = { id: uuidv7(), way: "phone" as const, result: "No answer", madeAt: began };
  await lectern.as(mrOkafor, async () => {
    await noteContactAttempt(conferenceId, attempt);
    await noteContactAttempt(conferenceId, attempt);
  });
  expect((await look(lectern, story)).attempts).toHaveLength(1);
  const other = await aMeetingHeldAway();
  await expect(
    lectern.as(other.mrOkafor, () => noteContactAttempt(other.conferenceId, attempt)),
  ).resolves.toMatchObject({ id: attempt.id }); // another district: its own
});

test("who was here, said otherwise on two devices, is for people to settle", async () => {
  const story = await aMeetingHeldAway();
  const { conferenceId, rosa, mrOkafor } = story;
  const say = (attendance: "present" | "absent" | "remote", base: "present" | "absent" | null) =>
    lectern.as(mrOkafor, () =>
      changeParticipant(conferenceId, rosa.personId, { part: "guardian", attendance, base }),
    );
  await say("absent", "present");
  await expect(say("remote", "present")).rejects.toMatchObject({
    code: "stale",
    current: { attendance: "absent" },
  });
  await say("absent", "present"); // the same said twice is the same
  await say("remote", "absent");
});

test("an ending said otherwise on two devices is for people to settle", async () => {
  const story = await aMeetingHeldAway();
  const { conferenceId, mrOkafor } = story;
  await lectern.as(mrOkafor, async () => {
    await startConference(conferenceId, { at: began });
    await endConference(conferenceId, { outcome: "held", base: null });
    await expect(endConference(conferenceId, { outcome: "stopped", base: null })).rejects.toMatchObject({
      code: "stale",
      current: { outcome: "held" },
    });
    await endConference(conferenceId, { outcome: "stopped", base: "held" });
  });
});

test("different texts of one support plan merge, and the same text asks which stands", async () => {
  const story = await aMeetingHeldAway();
  const { recordId, mrOkafor } = story;
  const id = uuidv7();
  const empty: InterventionPlan = {
    need: "learning-gap",
    action: "",
    provider: "",
    startsOn: null,
    frequency: "",
    measure: "",
    reviewOn: null,
  };
  const plan = (change: Partial<InterventionPlan>) =>
    lectern.as(mrOkafor, () => planSupport(recordId, id, { ...empty, ...change, base: empty }));
  await plan({ action: "Tutoring" });
  await plan({ provider: "Mr. Lund" });
  await expect(plan({ action: "A reading group" })).rejects.toMatchObject({
    code: "stale",
    field: "action",
    current: { action: "Tutoring", provider: "Mr. Lund" },
  });
  const { supportPlans } = await look(lectern, story);
  expect(supportPlans).toMatchObject([{ action: "Tutoring", provider: "Mr. Lund" }]);
});
