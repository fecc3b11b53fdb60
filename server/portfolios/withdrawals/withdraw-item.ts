import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import type { Withdrawal } from "./withdrawal.contract.ts";
import { lockShownItem, putWithdrawn } from "./withdrawal.queries.ts";

/** Hides something that was shown, at once and for everybody but those who must know; it is not destroyed. */
export async function withdrawItem(
  tx: Tx,
  actor: Actor,
  itemId: string,
  { because }: Withdrawal,
): Promise<void> {
  const { withdrawnAt } = await lockShownItem(tx, actor, itemId);
  if (withdrawnAt !== null) throw new Refused("already-withdrawn", "This was taken back already.");
  await putWithdrawn(tx, actor, itemId, because.trim());
}
