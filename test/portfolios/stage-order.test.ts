import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addResult } from "#test/support/numbers.ts";
import type { Person } from "#test/support/people.ts";
import { setGoal } from "#web/goals/goal.api.ts";
import { moveThing, openPortfolio } from "#web/portfolios/portfolio.api.ts";
import { openStage } from "#web/stage/stage.api.ts";
import { slidesOf } from "#web/stage/slides.ts";
import { newGoal, promise } from "../goals/goal-story.ts";
import { aConferenceTonight } from "./portfolio-story.ts";

const lectern = useLectern();

/** Three goals, each with a promise of hers, and two tests. */
async function manyThings() {
  const story = await aConferenceTonight(lectern);
  const { itzel } = story;
  const goals = [];
  for (const wording of ["I read", "I run", "I rest"]) {
    const { id } = await lectern.as(itzel, () => setGoal(newGoal(story, { wording })));
    await promise(lectern, itzel, id, "student", `${wording} every day`);
    goals.push(`goal ${id}`);
  }
  await addResult(lectern.db, itzel, { area: "language-arts" });
  await addResult(lectern.db, itzel, { area: "math" });
  return { ...story, goals };
}

const move = (person: Person, portfolioId: string, thing: string, after: string | null) =>
  lectern.as(person, () => moveThing(portfolioId, { thing, after }));
const thingsIn = async (student: Person, segment: string) =>
  ((await lectern.as(student, () => openPortfolio(student.personId))).portfolio?.things ?? [])
    .filter((each) => each.segment === segment)
    .map(({ thing }) => thing);
const goalsOnStage = async (student: Person, conferenceId: string) =>
  slidesOf(await lectern.as(student, () => openStage(conferenceId))).flatMap((slide) =>
    slide.kind === "goal" ? [slide.goal.wording, ...slide.promises.map(({ wording }) => wording)] : [],
  );

test("a goal moved before the others comes first on her wall and on the stage, with its promises", async () => {
  const { itzel, portfolioId, conferenceId, goals } = await manyThings();
  const [first = "", second = "", third = ""] = goals;
  await move(itzel, portfolioId, third, null);
  expect(await thingsIn(itzel, "goals")).toEqual([third, first, second]);
  expect(await goalsOnStage(itzel, conferenceId)).toEqual(
    ["I rest", "I read", "I run"].flatMap((wording) => [wording, `${wording} every day`]),
  );
  await move(itzel, portfolioId, third, first);
  expect(await thingsIn(itzel, "goals")).toEqual([first, third, second]);
});

test("results are ordered among themselves, and the parts keep the agenda’s order", async () => {
  const { itzel, portfolioId, conferenceId, goals } = await manyThings();
  const [one = "", other = ""] = await thingsIn(itzel, "results");
  await move(itzel, portfolioId, other, null);
  await move(itzel, portfolioId, goals[2] ?? "", goals[0] ?? "");
  expect(await thingsIn(itzel, "results")).toEqual([other, one]);
  const { items } = await lectern.as(itzel, () => openStage(conferenceId));
  const segments = [...new Set(items.map(({ shown }) => shown.segment))];
  expect(segments).toEqual(["proud", "growth", "skill", "results", "goals"]);
});

test("a goal set after she ordered them comes last", async () => {
  const story = await manyThings();
  const { itzel, portfolioId, goals } = story;
  await move(itzel, portfolioId, goals[2] ?? "", null);
  await lectern.db
    .deleteFrom("promise")
    .where("goalId", "=", (goals[1] ?? "").slice(5))
    .execute();
  await lectern.db
    .deleteFrom("goal")
    .where("id", "=", (goals[1] ?? "").slice(5))
    .execute();
  const { id } = await lectern.as(itzel, () => setGoal(newGoal(story, { wording: "I write" })));
  expect(await thingsIn(itzel, "goals")).toEqual([goals[2], goals[0], `goal ${id}`]);
});

test("nothing is moved to another part, nothing unknown is moved, and nobody else moves her things", async () => {
  const { itzel, kofi, mrOkafor, portfolioId, goals } = await manyThings();
  const [result = ""] = await thingsIn(itzel, "results");
  const goal = goals[0] ?? "";
  await expect(move(itzel, portfolioId, goal, result)).rejects.toMatchObject({ status: 400, field: "after" });
  await expect(move(itzel, portfolioId, "goal of nobody", null)).rejects.toMatchObject({ field: "thing" });
  for (const person of [kofi, mrOkafor])
    await expect(move(person, portfolioId, goal, null)).rejects.toMatchObject({ status: 404 });
  expect(await thingsIn(itzel, "goals")).toEqual(goals);
});
