import { expect, test } from "vitest";
import { useLectern, type Lectern } from "#test/support/lectern.ts";
import { addClass, addStaff, type Person } from "#test/support/people.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { addSeason } from "#test/support/school.ts";
import { actorOf, sealHeldConference } from "#test/support/seal-record.ts";
import { agreeGoals } from "#server/goals/agree-goals.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { answerHome, askAdviser } from "#web/correspondence/correspondence.api.ts";
import { deleteGoal, listGoals, reportPromise, reviseGoal } from "#web/goals/goal.api.ts";
import {
  carryGoal,
  checkIn,
  listColleagues,
  listOwed,
  nameOwner,
  readFollowUp,
  readThread,
} from "#web/follow-up/follow-up.api.ts";

const lectern = useLectern();

/** Itzel whose goal of last season was agreed at a conference; then the next season opened. */
async function afterASeason(l: Lectern): Promise<Story & { goalId: string; nextSeasonId: string }> {
  const story = await aStudentWithAdviser(l.db);
  const { school, itzel, mrOkafor, rosa } = story;
  const held = await holdConference(school, itzel, mrOkafor, { sealed: false });
  const { goalId } = await sealHeldConference(school, {
    ...held,
    student: itzel,
    adviser: mrOkafor,
    guardian: rosa,
    comments: "",
  });
  await l.db
    .updateTable("season")
    .set({ state: "closed", startsOn: "2026-09-01", endsOn: "2026-10-01", name: "Spring conferences" })
    .where("districtId", "=", school.districtId)
    .where("id", "=", school.seasonId)
    .execute();
  const nextSeasonId = await addSeason(school, {
    code: "2026-N",
    name: "Fall conferences",
    startsOn: "2026-11-02",
    endsOn: "2026-12-18",
    state: "open",
  });
  return { ...story, goalId, nextSeasonId };
}

const promiseOf = async (story: Story, side: "school" | "student") => {
  const { lastGoals } = await lectern.as(story.mrOkafor, () => listGoals(story.itzel.personId));
  const promise = lastGoals.flatMap(({ promises }) => promises).find((one) => one.side === side);
  if (!promise) throw new Error(`Nothing was promised by the ${side}.`);
  return promise;
};

test("a goal promised in spring opens the fall conference, with what each side says of its promise", async () => {
  const story = await afterASeason(lectern);
  const { itzel, mrOkafor, goalId } = story;
  const { season, lastGoals } = await lectern.as(itzel, () => listGoals(itzel.personId));
  expect(season?.name).toBe("Fall conferences");
  expect(lastGoals.map(({ id }) => id)).toEqual([goalId]);

  const ours = await promiseOf(story, "school");
  const followUp = await lectern.as(mrOkafor, () => readFollowUp());
  expect(followUp.promises).toMatchObject([{ id: ours.id, kept: null, isMine: true, mayName: true }]);
  await lectern.as(mrOkafor, () => reportPromise(ours.id, { kept: "partly", because: "Only in October" }));
  await expect(
    lectern.as(itzel, () => reportPromise(ours.id, { kept: "kept", because: "" })),
  ).rejects.toMatchObject({ status: 404 });
  const opening = (await lectern.as(itzel, () => listGoals(itzel.personId))).lastGoals[0]?.promises;
  expect(opening?.[0]).toMatchObject({ side: "school", kept: "partly", keptNote: "Only in October" });
});

test("what was not reached goes on: the goal with its promises, the student’s word as a word, the school’s as a question", async () => {
  const { itzel, goalId } = await afterASeason(lectern);
  await lectern.as(itzel, () => reviseGoal(goalId, { field: "outcome", base: null, value: "partly" }));
  const { id } = await lectern.as(itzel, () => carryGoal(goalId));
  const { goals, lastGoals } = await lectern.as(itzel, () => listGoals(itzel.personId));
  expect(goals).toMatchObject([{ id, state: "draft", wording: lastGoals[0]?.wording }]);
  expect(goals[0]?.promises.map(({ side, state }) => [side, state])).toEqual([
    ["school", "proposed"],
    ["student", "accepted"],
  ]);
  expect(lastGoals[0]?.state).toBe("carried");
  await expect(lectern.as(itzel, () => carryGoal(goalId))).rejects.toMatchObject({ code: "goal-closed" });
  const { seasons } = await lectern.as(itzel, () => readThread(itzel.personId));
  expect(seasons.map(({ name, goals: of }) => [name, of[0]?.carriedFromId])).toEqual([
    ["Fall conferences", goalId],
    ["Spring conferences", null],
  ]);

  await lectern.as(itzel, () => deleteGoal(id));
  const again = await lectern.as(itzel, () => listGoals(itzel.personId));
  expect(again.lastGoals[0]).toMatchObject({ state: "looked-back", outcome: "partly" });
});

test("a goal that was reached is not carried, nor one whose next season is not there", async () => {
  const { itzel, goalId, nextSeasonId } = await afterASeason(lectern);
  await lectern.as(itzel, () => reviseGoal(goalId, { field: "outcome", base: null, value: "met" }));
  await expect(lectern.as(itzel, () => carryGoal(goalId))).rejects.toMatchObject({ code: "goal-met" });
  await lectern.as(itzel, () => reviseGoal(goalId, { field: "outcome", base: "met", value: "not-yet" }));
  await lectern.db.updateTable("season").set({ state: "draft" }).where("id", "=", nextSeasonId).execute();
  await expect(lectern.as(itzel, () => carryGoal(goalId))).rejects.toMatchObject({ code: "no-next-season" });
});

test("between two conferences the student and her adviser write a line about a goal; a classmate cannot", async () => {
  const { itzel, kofi, mrOkafor, goalId } = await afterASeason(lectern);
  const line = { on: "2026-11-12", line: "Two chapters this week", language: "en" };
  await lectern.as(itzel, () => checkIn(goalId, line));
  await lectern.as(mrOkafor, () => checkIn(goalId, { ...line, on: "2026-11-05", line: "She began" }));
  await expect(lectern.as(kofi, () => checkIn(goalId, line))).rejects.toMatchObject({ status: 404 });
  await expect(lectern.as(itzel, () => checkIn(goalId, { ...line, on: "2026-11-14" }))).rejects.toMatchObject(
    { code: "check-in-ahead" },
  );
  const { goals } = await lectern.as(mrOkafor, () => readFollowUp());
  expect(goals[0]?.lastCheckIn).toEqual({ on: "2026-11-12", line: "Two chapters this week" });
  const { seasons } = await lectern.as(itzel, () => readThread(itzel.personId));
  expect(seasons[0]?.goals[0]?.checkIns.map(({ line: words }) => words)).toEqual([
    "She began",
    "Two chapters this week",
  ]);
});

test("a promise of the school’s gets a keeper: she hears of it, reports it, and reads nothing else", async () => {
  const story = await afterASeason(lectern);
  const { school, itzel, mrOkafor } = story;
  const email = `greta.${itzel.personId.slice(-6)}@example.org`;
  const teacher = await addStaff(school, "Greta Lindgren", ["teacher"], { email });
  const stranger = await addStaff(school, "Pilar Castellano");
  await addClass(school, teacher, [itzel], "Geometry, period 2", "math");
  const { id } = await promiseOf(story, "school");
  const { colleagues } = await lectern.as(mrOkafor, () => listColleagues(itzel.personId));
  expect(colleagues.map(({ name }) => name)).toEqual(["Daniel Okafor", "Greta Lindgren"]);
  await expect(lectern.as(mrOkafor, () => nameOwner(id, null, stranger.personId))).rejects.toMatchObject({
    status: 400,
  });
  await expect(
    lectern.as(teacher, () => reportPromise(id, { kept: "kept", because: "" })),
  ).rejects.toMatchObject({ status: 404 });
  await lectern.as(mrOkafor, () => nameOwner(id, null, teacher.personId));
  const letters = await lectern.db
    .selectFrom("outgoingMessage")
    .select("template")
    .where("personId", "=", teacher.personId)
    .execute();
  expect(letters).toEqual([{ template: "promise-yours" }]);
  const hers = await lectern.as(teacher, () => readFollowUp());
  expect(hers).toMatchObject({ promises: [{ id, isMine: true, mayName: false }], goals: [], plans: [] });
  await lectern.as(teacher, () => reportPromise(id, { kept: "kept", because: "" }));
  await expect(lectern.as(teacher, () => listGoals(itzel.personId))).rejects.toMatchObject({ status: 404 });
});

test("what an adviser owes says what and about whom, and a substitute owes it within her period", async () => {
  const story = await afterASeason(lectern);
  const { school, itzel, mrOkafor, rosa } = story;
  const { id } = await promiseOf(story, "school");
  await lectern.db
    .updateTable("promise")
    .set({ byOn: "2026-11-10" })
    .where("districtId", "=", school.districtId)
    .where("id", "=", id)
    .execute();
  const owed = await lectern.as(mrOkafor, () => listOwed());
  expect(owed.things).toMatchObject([{ kind: "promise", id, studentId: itzel.personId, on: "2026-11-10" }]);
  await expect(lectern.as(rosa, () => listOwed())).rejects.toMatchObject({ status: 403 });
  await lectern.as(mrOkafor, () => reportPromise(id, { kept: "kept", because: "" }));
  expect((await lectern.as(mrOkafor, () => listOwed())).things).toEqual([]);
});

test("a family's question is owed until it is answered, one line a home", async () => {
  const { itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const asks = (who: Person, body: string) =>
    lectern.as(who, () => askAdviser(itzel.personId, { body, language: "es" }));
  await asks(rosa, "¿Puede quedarse los martes?");
  await asks(rosa, "¿Y los jueves?");
  await asks(hector, "¿Cuándo es la excursión?");
  const homesOwed = async () =>
    (await lectern.as(mrOkafor, () => listOwed())).things.map(({ kind, id, studentId }) => [
      kind,
      id,
      studentId,
    ]);
  const owedTo = ({ householdId }: { householdId: string }) => ["question", householdId, itzel.personId];
  expect((await homesOwed()).toSorted()).toEqual([owedTo(rosa), owedTo(hector)].toSorted());
  await lectern.as(mrOkafor, () =>
    answerHome(itzel.personId, rosa.householdId, { body: "Yes, until 4:30.", language: "en" }),
  );
  expect(await homesOwed()).toEqual([owedTo(hector)]);
});

test("once the next conference is finished, what was looked back on is closed", async () => {
  const story = await afterASeason(lectern);
  const { school, itzel, mrOkafor, goalId, nextSeasonId } = story;
  await lectern.as(itzel, () => reviseGoal(goalId, { field: "outcome", base: null, value: "met" }));
  const actor = await actorOf(lectern.db, mrOkafor);
  await lectern.db
    .transaction()
    .execute((tx) => agreeGoals(tx, actor, { studentId: itzel.personId, seasonId: nextSeasonId }));
  const { lastGoals } = await lectern.as(itzel, () => listGoals(itzel.personId));
  expect(lastGoals[0]).toMatchObject({ state: "closed", outcome: "met" });
  expect(school.seasonId).not.toBe(nextSeasonId);
});
