import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Stale } from "#server/http/problems.ts";
import { changeRecord } from "#server/records/change-record.ts";
import type { InterventionPlan, PlanSaving } from "./intervention.contract.ts";
import { agreePlans, dropPlan, findPlan, putPlan } from "./intervention.queries.ts";

interface Which {
  recordId: string;
  interventionId: string;
}

/** Writes a support plan into a record that is still being written; what others wrote in it meanwhile stays. */
export async function planSupport(
  tx: Tx,
  actor: Actor,
  { recordId, interventionId }: Which,
  { base, ...written }: PlanSaving,
) {
  const place = await changeRecord(tx, actor, recordId);
  const current = base && (await findPlan(tx, actor, { ...place, interventionId }));
  const plan = base && current ? merge(current, base, written) : written;
  if (!(await putPlan(tx, actor, { ...place, interventionId }, plan))) throw new NotFound("support plan");
  return { revision: place.revision, voided: place.voided };
}

const texts = ["action", "provider", "startsOn", "frequency", "measure", "reviewOn"] as const;

/** Different texts merge; the same text written twice is for people to settle. What it is about follows its row. */
function merge(current: InterventionPlan, base: InterventionPlan, value: InterventionPlan): InterventionPlan {
  const changed = texts.filter((text) => value[text] !== base[text]);
  for (const text of changed)
    if (current[text] !== base[text] && current[text] !== value[text]) throw new Stale(current, text);
  const written = Object.fromEntries(changed.map((text) => [text, value[text]]));
  return { ...current, need: value.need, ...written };
}

/** Takes a support plan out again; what was there is the writer's to put back. */
export async function dropSupport(tx: Tx, actor: Actor, { recordId, interventionId }: Which) {
  const place = await changeRecord(tx, actor, recordId);
  if (!(await dropPlan(tx, actor, { ...place, interventionId }))) throw new NotFound("support plan");
  return { revision: place.revision, voided: place.voided };
}

/** With the record finished, what was proposed is agreed. */
export const agreeSupport = agreePlans;
