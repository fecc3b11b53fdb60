import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

export interface GoalThings {
  readonly draftGoalId: string;
  /** Agreed last season, not looked back on yet. */
  readonly lastGoalId: string;
  /** What the mother's household would do towards the agreed goal, still to be answered. */
  readonly homePromiseId: string;
  /** What they said yes to last season. */
  readonly acceptedPromiseId: string;
}

/** A draft goal, and two of home's promises: one to answer, one kept or not. */
export async function bringGoals(db: Db, circle: Circle, agreedGoalId: string): Promise<GoalThings> {
  const { school, lastSeasonId } = circle;
  const draftGoalId = await addGoal(db, circle, {
    seasonId: school.seasonId,
    wording: "Secret of the draft goal",
    state: "draft",
  });
  const lastGoalId = await addGoal(db, circle, {
    seasonId: lastSeasonId,
    wording: "Ask before I am lost",
    state: "agreed",
  });
  return {
    draftGoalId,
    lastGoalId,
    homePromiseId: await addHomePromise(db, circle, {
      goalId: agreedGoalId,
      wording: "Secret of the mother’s promise",
      state: "proposed",
    }),
    acceptedPromiseId: await addHomePromise(db, circle, {
      goalId: lastGoalId,
      wording: "Ask on Sundays",
      state: "accepted",
    }),
  };
}

async function addGoal(
  db: Db,
  { school, student }: Circle,
  facts: { seasonId: string; wording: string; state: string },
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("goal")
    .values({
      districtId: school.districtId,
      id,
      studentId: student.personId,
      category: "academic",
      measure: "Geometry average 83 %",
      position: 2,
      ...facts,
    })
    .execute();
  return id;
}

async function addHomePromise(
  db: Db,
  { school, guardian }: Circle,
  facts: { goalId: string; wording: string; state: string },
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("promise")
    .values({
      districtId: school.districtId,
      id,
      side: "family",
      householdId: guardian.householdId,
      ...facts,
    })
    .execute();
  return id;
}
