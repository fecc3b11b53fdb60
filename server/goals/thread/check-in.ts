import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused } from "#server/http/problems.ts";
import { lockGoal } from "../goal.queries.ts";
import type { NewCheckIn } from "./thread.contract.ts";
import { insertCheckIn } from "./thread.queries.ts";

/** The student or her adviser writes a line about how a goal goes; only once it was agreed, and not ahead of time. */
export async function checkIn(tx: Tx, actor: Actor, goalId: string, given: NewCheckIn): Promise<string> {
  const goal = await lockGoal(tx, actor, goalId);
  if (goal.state === "draft") throw new Refused("goal-not-agreed", "A check-in belongs to an agreed goal.");
  if (goal.state === "carried" || goal.state === "closed")
    throw new Refused("goal-closed", "This goal is closed.");
  if (given.on > actor.today) throw new Invalid("on", "Choose today or a day before.", "check-in-ahead");
  return await insertCheckIn(tx, actor, goalId, given);
}
