import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

export interface GoalThings {
  readonly draftGoalId: string;
  readonly agreedGoalId: string;
  /** What the mother's household would do, still to be answered. */
  readonly homePromiseId: string;
  /** What they said yes to. */
  readonly acceptedPromiseId: string;
}

/** A draft goal, and one agreed with a promise of the mother's household. */
export async function bringGoals(
  db: Db,
  { school, lastSeasonId, student, guardian }: Circle,
): Promise<GoalThings> {
  const { districtId, seasonId } = school;
  const [draftGoalId, agreedGoalId, homePromiseId, acceptedPromiseId] = [
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
  ];
  const keptGoalId = uuidv7();
  const goal = {
    districtId,
    studentId: student.personId,
    seasonId,
    category: "academic",
    measure: "Geometry average 83 %",
  };
  await db
    .insertInto("goal")
    .values({ ...goal, id: draftGoalId, wording: "Secret of the draft goal", state: "draft", position: 1 })
    .execute();
  await db
    .insertInto("goal")
    .values({ ...goal, id: agreedGoalId, wording: "Geometry from C to B", state: "agreed", position: 2 })
    .execute();
  const promise = { districtId, goalId: agreedGoalId, state: "proposed" };
  await db
    .insertInto("promise")
    .values({
      ...promise,
      id: homePromiseId,
      side: "family",
      householdId: guardian.householdId,
      wording: "Secret of the mother’s promise",
    })
    .execute();
  await db
    .insertInto("promise")
    .values({ ...promise, id: uuidv7(), side: "school", wording: "A seat in Algebra 1B recovery" })
    .execute();
  await db
    .insertInto("goal")
    .values({
      ...goal,
      seasonId: lastSeasonId,
      id: keptGoalId,
      wording: "Ask before I am lost",
      category: "habit",
      state: "agreed",
      position: 3,
    })
    .execute();
  await db
    .insertInto("promise")
    .values({
      districtId,
      goalId: keptGoalId,
      id: acceptedPromiseId,
      side: "family",
      householdId: guardian.householdId,
      wording: "Ask on Sundays",
      state: "accepted",
    })
    .execute();
  return { draftGoalId, agreedGoalId, homePromiseId, acceptedPromiseId };
}
