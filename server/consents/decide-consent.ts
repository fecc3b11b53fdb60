import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import { freeSeats } from "#server/participants/free-seats.ts";
import type { ConsentChange } from "./consent.contract.ts";
import { dropRequest, keepConsent, lockConsent } from "./consent.queries.ts";
import { tellConsent } from "./tell-of-age.ts";

interface Place {
  readonly studentId: string;
  readonly personId: string;
}

/** A student of 18 lets one of her guardians in, or no longer; whoever may not come is off her coming conferences at once. */
export async function decideConsent(
  tx: Tx,
  actor: Actor,
  place: Place,
  change: ConsentChange,
): Promise<void> {
  const held = await lockConsent(tx, actor, place);
  const current = held[change.field];
  if (current === change.value) return;
  if (current !== change.base) throw new Stale(current, change.field);
  const isPossible = change.field === "mayInspect" ? held.canInspect : held.canAttend;
  if (change.value && !isPossible)
    throw new Refused("cannot-consent", "The office has to change something first. Please ask there.");
  const mayInspect = change.field === "mayInspect" ? change.value : held.mayInspect;
  const mayAttend = change.field === "mayAttend" ? change.value : held.mayAttend;
  await keepConsent(tx, actor, place, { consent: { mayInspect, mayAttend }, change });
  await dropRequest(tx, actor, place);
  if (!mayAttend) await freeSeats(tx, actor, place);
  if (change.value) await tellConsent(tx, actor, place);
}
