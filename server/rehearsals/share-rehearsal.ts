import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import type { RehearsalShare } from "./rehearsal.contract.ts";
import { lockRehearsal, putShared } from "./rehearsal.queries.ts";

/** Lets her adviser see how long each part took, or no longer. */
export async function shareRehearsal(
  tx: Tx,
  actor: Actor,
  rehearsalId: string,
  { field, base, value }: RehearsalShare,
): Promise<void> {
  const { sharedAt } = await lockRehearsal(tx, actor, rehearsalId);
  const isShared = sharedAt !== null;
  if (isShared === value) return;
  if (isShared !== base) throw new Stale(isShared, field);
  await putShared(tx, actor, rehearsalId, value ? actor.now : null);
}
