import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import {
  acceptInRoom,
  listGoalsForRecord,
  markAgreed,
  type GoalsOf,
  type RecordedGoal,
} from "./goal-record.queries.ts";

import { closeEarlier } from "./thread/thread.queries.ts";

export {
  listGoalsForRecord,
  type GoalsOf,
  type RecordedGoal,
  type RecordedPromise,
} from "./goal-record.queries.ts";

/**
 * Makes the season's worded drafts agreed goals when a conference is finished, and returns the season's goals.
 * The student's and the school's parts were settled in the room; home's waits for home. What was looked back on is closed.
 */
export async function agreeGoals(tx: Tx, actor: Actor, of: GoalsOf): Promise<RecordedGoal[]> {
  const agreed = await markAgreed(tx, actor, of);
  if (agreed.length > 0) await acceptInRoom(tx, actor, agreed);
  await closeEarlier(tx, actor, of);
  return (await listGoalsForRecord(tx, actor, of)).filter(({ state }) => state !== "draft");
}
