import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { lockGoal, removeGoal } from "./goal.queries.ts";

/** Throws a draft away; what was agreed stays, so that the next conference can open with it. */
export async function deleteGoal(tx: Tx, actor: Actor, goalId: string): Promise<void> {
  const goal = await lockGoal(tx, actor, goalId);
  if (goal.state !== "draft") throw new Refused("goal-agreed", "An agreed goal stays; it can be reworded.");
  await removeGoal(tx, actor, goalId);
}
