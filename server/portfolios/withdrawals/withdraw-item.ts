import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import type { Withdrawal } from "./withdrawal.contract.ts";
import { lockShownItem, markItem } from "./withdrawal.queries.ts";

/** Hides something that was shown, at once and for everybody but those who must know; it is not destroyed. */
export async function withdrawItem(
  tx: Tx,
  actor: Actor,
  itemId: string,
  { because }: Withdrawal,
): Promise<void> {
  const { withdrawnAt, studentId, title } = await lockShownItem(tx, actor, itemId);
  if (withdrawnAt !== null) throw new Refused("already-withdrawn", "This was taken back already.");
  const why = because.trim();
  await markItem(tx, actor, itemId, why);
  const about = { kind: "shown", studentId, subjectId: itemId, subject: title } as const;
  await noteChange(tx, actor, { ...about, field: "hidden", old: null, new: why });
}

/** Shows again what was hidden; who did and why is kept with the reason it was hidden for. */
export async function restoreItem(
  tx: Tx,
  actor: Actor,
  itemId: string,
  { because }: Withdrawal,
): Promise<void> {
  const { withdrawnAt, withdrawnBecause, studentId, title } = await lockShownItem(tx, actor, itemId);
  if (withdrawnAt === null) throw new Refused("not-withdrawn", "This is not taken back.");
  await markItem(tx, actor, itemId, null);
  const about = { kind: "shown", studentId, subjectId: itemId, subject: title } as const;
  await noteChange(tx, actor, {
    ...about,
    field: "shown again",
    old: withdrawnBecause,
    new: because.trim(),
  });
}
