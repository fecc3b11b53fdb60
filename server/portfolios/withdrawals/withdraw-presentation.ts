import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import type { Withdrawal } from "./withdrawal.contract.ts";
import { lockShown, markPresentation } from "./withdrawal.queries.ts";

/** Hides a whole presentation at once; the student and those who run it know by whom and why. */
export async function withdrawPresentation(
  tx: Tx,
  actor: Actor,
  presentationId: string,
  { because }: Withdrawal,
): Promise<void> {
  const { state, studentId, number } = await lockShown(tx, actor, presentationId);
  if (state === "open")
    throw new Refused("presentation-open", "This presentation is still running. End it first.");
  if (state === "withdrawn") throw new Refused("already-withdrawn", "This was taken back already.");
  const why = because.trim();
  await markPresentation(tx, actor, presentationId, why);
  await noteChange(tx, actor, {
    ...about(presentationId, studentId, number),
    field: "hidden",
    old: null,
    new: why,
  });
}

/** Shows a hidden presentation again, as it was; single things that are hidden stay hidden. */
export async function restorePresentation(
  tx: Tx,
  actor: Actor,
  presentationId: string,
  { because }: Withdrawal,
): Promise<void> {
  const { state, studentId, number, withdrawnBecause } = await lockShown(tx, actor, presentationId);
  if (state !== "withdrawn") throw new Refused("not-withdrawn", "This is not taken back.");
  await markPresentation(tx, actor, presentationId, null);
  await noteChange(tx, actor, {
    ...about(presentationId, studentId, number),
    field: "shown again",
    old: withdrawnBecause,
    new: because.trim(),
  });
}

const about = (subjectId: string, studentId: string, number: number) =>
  ({ kind: "shown", studentId, subjectId, subject: `Presentation ${number}` }) as const;
