import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { changeRecord } from "#server/records/change-record.ts";
import type { InterventionPlan } from "./intervention.contract.ts";
import { agreePlans, dropPlan, putPlan } from "./intervention.queries.ts";

interface Which {
  recordId: string;
  interventionId: string;
}

/** Writes a support plan into a record that is still being written. */
export async function planSupport(
  tx: Tx,
  actor: Actor,
  { recordId, interventionId }: Which,
  plan: InterventionPlan,
) {
  const place = await changeRecord(tx, actor, recordId);
  if (!(await putPlan(tx, actor, { ...place, interventionId }, plan))) throw new NotFound("support plan");
  return { revision: place.revision, voided: place.voided };
}

/** Takes a support plan out again; what was there is the writer's to put back. */
export async function dropSupport(tx: Tx, actor: Actor, { recordId, interventionId }: Which) {
  const place = await changeRecord(tx, actor, recordId);
  if (!(await dropPlan(tx, actor, { ...place, interventionId }))) throw new NotFound("support plan");
  return { revision: place.revision, voided: place.voided };
}

/** With the record finished, what was proposed is agreed. */
export const agreeSupport = agreePlans;
