import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused } from "#server/http/problems.ts";
import type { InterventionStep } from "./intervention.contract.ts";
import { insertStep, lockFollowable, putStep } from "./step.queries.ts";

const leadsTo = { begin: "active", review: "reviewed", "go-on": "active", close: "closed" } as const;
const comesFrom: Record<InterventionStep["step"], readonly string[]> = {
  begin: ["agreed"],
  review: ["agreed", "active"],
  "go-on": ["reviewed"],
  close: ["reviewed"],
};

/** A support plan is begun, looked at again, goes on with a new day, or ends with what came of it. */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  interventionId: string,
  { step, note, outcome, reviewOn }: InterventionStep,
): Promise<void> {
  const { state } = await lockFollowable(tx, actor, interventionId);
  if (!comesFrom[step].includes(state)) throw new Refused("intervention-step");
  if ((step === "close") !== (outcome !== null))
    throw new Invalid("outcome", "Say what came of it when it ends.");
  if (step === "review" && note.trim() === "") throw new Invalid("note", "Say what you saw.", "note-needed");
  if (step === "go-on" && (reviewOn === null || reviewOn <= actor.today))
    throw new Invalid("reviewOn", "Choose a day to look again.", "review-day");
  await putStep(tx, actor, interventionId, {
    state: leadsTo[step],
    ...(outcome === null ? {} : { outcome }),
    ...(reviewOn === null ? {} : { reviewOn }),
  });
  await insertStep(tx, actor, { id: uuidv7(), interventionId, step, note: note.trim(), outcome, reviewOn });
}
