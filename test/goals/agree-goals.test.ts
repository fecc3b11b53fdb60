import { expect, test } from "vitest";
import type { Actor } from "#server/access/actor.ts";
import { agreeGoals } from "#server/goals/agree-goals.ts";
import { findActor } from "#server/sign-in/session.queries.ts";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { addSeason } from "#test/support/school.ts";
import { listGoals, setGoal } from "#web/goals/goal.api.ts";
import { agree, aStudentWithGoal, goalsAs, newGoal, pages, promise } from "./goal-story.ts";

const lectern = useLectern();

async function actorOf(person: Person): Promise<Actor> {
  const token = (await lectern.cookieOf(person)).replace("lectern-session=", "");
  const actor = await findActor(lectern.db, token, lectern.now);
  if (!actor) throw new Error(`${person.name} is not signed in.`);
  return actor;
}

test("finishing a conference agrees the worded goals; home’s part still waits for home", async () => {
  const { goalId, ...story } = await aStudentWithGoal(lectern);
  const { itzel, rosa, mrOkafor, school } = story;
  await lectern.as(itzel, () => setGoal(newGoal(story, { wording: "  " })));
  await promise(lectern, itzel, goalId, "school", "The library opens at lunch");
  await promise(lectern, itzel, goalId, "family", "No television before nine", rosa.householdId);
  const adviser = await actorOf(mrOkafor);
  const agreed = await lectern.db
    .transaction()
    .execute((tx) => agreeGoals(tx, adviser, { studentId: itzel.personId, seasonId: school.seasonId }));
  expect(agreed).toMatchObject([
    {
      wording: pages,
      state: "agreed",
      promises: [
        { side: "school", state: "accepted" },
        { side: "family", state: "proposed", householdId: rosa.householdId },
      ],
    },
  ]);
});

test("the next season opens with what this one agreed", async () => {
  const { goalId: _, ...story } = await aStudentWithGoal(lectern);
  await agree(lectern, story);
  await addSeason(story.school, {
    code: "2027-S",
    name: "Spring conferences",
    startsOn: "2027-03-01",
    endsOn: "2027-04-16",
    state: "open",
  });
  const reply = await lectern.as(story.itzel, () => listGoals(story.itzel.personId));
  expect(reply).toMatchObject({
    season: { name: "Spring conferences" },
    goals: [],
    lastSeason: { name: "Fall conferences" },
    lastGoals: [{ wording: pages }],
  });
  expect(await goalsAs(lectern, story.mrOkafor, story.itzel)).toEqual([]);
});
