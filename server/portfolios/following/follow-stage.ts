import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { Followed, Following } from "./following.contract.ts";
import { noteFollowing, type StageOf } from "./following.queries.ts";

/** A stage that has told nothing for five minutes is not there. */
const longSilence = 300_000;

/** The student's other device hears where her stage is, and may ask it to go on or back. */
export async function followStage(
  tx: Tx,
  actor: Actor,
  stage: StageOf,
  { step }: Following,
): Promise<Followed> {
  const known = await noteFollowing(tx, actor, stage, step);
  const age = known ? Math.max(0, actor.now.getTime() - known.toldAt.getTime()) : Infinity;
  if (!known || age > longSilence) return { number: 0, stage: null };
  const { run, done, place, askedCount } = known;
  return { number: askedCount, stage: { run, done, age, place } };
}
