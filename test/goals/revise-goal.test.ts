import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { deleteGoal, listGoals, reviseGoal, setGoal } from "#web/goals/goal.api.ts";
import { agree, aStudentWithGoal, goalsAs, newGoal, pages } from "./goal-story.ts";

const lectern = useLectern();

const earlierWordings = async (goalId: string) =>
  (await lectern.db.selectFrom("goalWording").select("wording").where("goalId", "=", goalId).execute()).map(
    ({ wording }) => wording,
  );

test("a goal keeps its earlier wording when the student revises it", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  await lectern.as(itzel, () =>
    reviseGoal(goalId, { field: "wording", base: pages, value: "Read two chapters a night" }),
  );
  expect(await earlierWordings(goalId)).toEqual([pages]);
  expect((await goalsAs(lectern, itzel, itzel))[0]?.wording).toBe("Read two chapters a night");
});

test("one sitting of autosave keeps one earlier wording, not every letter", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern, "Read");
  const write = (base: string, value: string) =>
    lectern.as(itzel, () => reviseGoal(goalId, { field: "wording", base, value }));
  await write("Read", "Read one");
  await write("Read one", "Read one chapter");
  expect(await earlierWordings(goalId)).toEqual(["Read"]);
});

test("two devices that change different fields lose nothing", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  await Promise.all([
    lectern.as(itzel, () =>
      reviseGoal(goalId, { field: "measure", base: "", value: "My reading log, signed on Fridays" }),
    ),
    lectern.as(itzel, () => reviseGoal(goalId, { field: "dueOn", base: null, value: "2026-12-18" })),
  ]);
  expect(await goalsAs(lectern, itzel, itzel)).toMatchObject([
    { wording: pages, measure: "My reading log, signed on Fridays", dueOn: "2026-12-18" },
  ]);
});

test("two devices that change the same field: the slower one hears what stands now", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  const outcomes = await Promise.allSettled(
    ["two", "three"].map((count) =>
      lectern.as(itzel, () =>
        reviseGoal(goalId, { field: "wording", base: pages, value: `Read ${count} chapters` }),
      ),
    ),
  );
  const lost = outcomes.find((each) => each.status === "rejected");
  const [goal] = await goalsAs(lectern, itzel, itzel);
  expect(lost?.reason).toMatchObject({
    status: 409,
    code: "stale",
    field: "wording",
    current: goal?.wording,
  });
});

test("the adviser types for the student in the room", async () => {
  const { itzel, mrOkafor, goalId } = await aStudentWithGoal(lectern);
  await lectern.as(mrOkafor, () =>
    reviseGoal(goalId, { field: "category", base: "academic", value: "habit" }),
  );
  expect(await goalsAs(lectern, itzel, itzel)).toMatchObject([{ category: "habit" }]);
});

test("a season holds three goals, however fast they are added", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const tries = await Promise.allSettled(
    [1, 2, 3, 4, 5].map(() => lectern.as(story.itzel, () => setGoal(newGoal(story)))),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  const reply = await lectern.as(story.itzel, () => listGoals(story.itzel.personId));
  expect(reply).toMatchObject({ mayAdd: false, goals: [{}, {}, {}] });
});

test("a draft can be thrown away, an agreed goal stays", async () => {
  const { goalId, ...story } = await aStudentWithGoal(lectern);
  const { id } = await lectern.as(story.itzel, () => setGoal(newGoal(story, { wording: "" })));
  await lectern.as(story.itzel, () => deleteGoal(id));
  await agree(lectern, story);
  await expect(lectern.as(story.itzel, () => deleteGoal(goalId))).rejects.toMatchObject({
    code: "goal-agreed",
  });
  expect(await goalsAs(lectern, story.itzel, story.itzel)).toHaveLength(1);
});

test("a goal is looked back on once it was agreed, with a piece of her own as evidence", async () => {
  const { goalId, ...story } = await aStudentWithGoal(lectern);
  const lookBack = () =>
    lectern.as(story.itzel, () => reviseGoal(goalId, { field: "outcome", base: null, value: "partly" }));
  await expect(lookBack()).rejects.toMatchObject({ code: "goal-not-agreed" });
  await agree(lectern, story);
  await lookBack();
  expect(await goalsAs(lectern, story.rosa, story.itzel)).toMatchObject([
    { state: "looked-back", outcome: "partly" },
  ]);
  await expect(
    lectern.as(story.itzel, () => reviseGoal(goalId, { field: "wording", base: pages, value: "Read" })),
  ).rejects.toMatchObject({ code: "goal-looked-back" });
});

test("the family reads a goal once it was agreed; a classmate never", async () => {
  const { goalId: _, ...story } = await aStudentWithGoal(lectern);
  expect(await goalsAs(lectern, story.rosa, story.itzel)).toEqual([]);
  await agree(lectern, story);
  expect(await goalsAs(lectern, story.rosa, story.itzel)).toMatchObject([
    { wording: pages, mayRevise: false },
  ]);
  await expect(goalsAs(lectern, story.kofi, story.itzel)).rejects.toMatchObject({ status: 404 });
});

test("nobody but the student and her adviser sets her goals", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  for (const person of [story.kofi, story.rosa])
    await expect(lectern.as(person, () => setGoal(newGoal(story)))).rejects.toMatchObject({ status: 404 });
});
