import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { promiseReportableBy } from "../goal.access.ts";
import type { PromiseReport } from "../goal.contract.ts";
import { changePromise, lockPromise } from "./promise.queries.ts";

/** Each side tells how it went with its own promise, and why. */
export async function reportPromise(
  tx: Tx,
  actor: Actor,
  promiseId: string,
  { kept, because }: PromiseReport,
): Promise<void> {
  const promise = await lockPromise(tx, actor, promiseId, promiseReportableBy(actor));
  if (promise.goalState === "carried" || promise.goalState === "closed")
    throw new Refused("goal-closed", "This goal is closed.");
  if (promise.state !== "accepted")
    throw new Refused("promise-not-accepted", "This was proposed, not promised. There is nothing to report.");
  await changePromise(tx, actor, promiseId, { kept, keptNote: because });
}
