import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { findCarriedFrom, putState } from "./thread/thread.queries.ts";
import { lockGoal, removeGoal } from "./goal.queries.ts";

/** Throws a draft away; what was agreed stays, so that the next conference can open with it. */
export async function deleteGoal(tx: Tx, actor: Actor, goalId: string): Promise<void> {
  const goal = await lockGoal(tx, actor, goalId);
  if (goal.state !== "draft") throw new Refused("goal-agreed", "An agreed goal stays; it can be reworded.");
  const earlier = await findCarriedFrom(tx, actor, goalId);
  if (earlier) await putState(tx, actor, earlier.id, earlier.outcome === null ? "agreed" : "looked-back");
  await removeGoal(tx, actor, goalId);
}
