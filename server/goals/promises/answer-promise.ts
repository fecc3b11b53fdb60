import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { promiseAnswerableBy } from "../goal.access.ts";
import type { PromiseAnswer } from "../goal.contract.ts";
import { changePromise, lockPromise } from "./promise.queries.ts";

/** Takes on what was proposed to one's own side, or declines it; the answer may change until it is told how it went. */
export async function answerPromise(
  tx: Tx,
  actor: Actor,
  promiseId: string,
  { answer }: PromiseAnswer,
): Promise<void> {
  const promise = await lockPromise(tx, actor, promiseId, promiseAnswerableBy(actor));
  if (promise.goalState === "carried" || promise.goalState === "closed")
    throw new Refused("goal-closed", "This goal is closed.");
  if (promise.kept !== null) throw new Refused("promise-reported", "It was already told how this went.");
  await changePromise(tx, actor, promiseId, {
    state: answer,
    answeredBy: actor.personId,
    answeredAt: actor.now,
  });
}
