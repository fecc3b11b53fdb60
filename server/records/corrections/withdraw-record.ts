import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { correctableBy } from "../record.access.ts";
import type { Withdrawal } from "../record.contract.ts";
import { lockRecord } from "../record.queries.ts";

/** Hides a finished record at once from everybody but the school's administrators, and keeps who did it and why. */
export async function withdrawRecord(
  tx: Tx,
  actor: Actor,
  recordId: string,
  { because }: Withdrawal,
): Promise<void> {
  await lockRecord(tx, actor, recordId, correctableBy(actor));
  const hidden = { withdrawnBy: actor.personId, withdrawnAt: actor.now, withdrawnBecause: because };
  await tx
    .updateTable("conferenceRecord")
    .set({ state: "withdrawn", ...hidden })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", recordId)
    .execute();
}
