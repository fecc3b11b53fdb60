import type { Actor } from "#server/access/actor.ts";
import { holdPresentableConference, takeBackStart } from "#server/conferences/take-back-start.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { changePresentation, lockPresentation, readRunnablePresentation } from "./presentation.queries.ts";

/** Until when a start that was a mistake can be taken back: five minutes. */
export const undoUntil = (startedAt: Date): Date => new Date(startedAt.getTime() + 5 * 60_000);

/** Takes a start back: nobody sees it any more, who and when stays, and its number is never used again. */
export async function undoPresentation(tx: Tx, actor: Actor, presentationId: string): Promise<void> {
  const { conferenceId } = await readRunnablePresentation(tx, actor, presentationId);
  await holdPresentableConference(tx, actor, conferenceId); // conference first, as at the start
  const { state, startedAt } = await lockPresentation(tx, actor, presentationId);
  if (state === "undone") return;
  if (state === "withdrawn") throw new Refused("presentation-withdrawn", "This presentation was withdrawn.");
  if (actor.now > undoUntil(startedAt))
    throw new Refused(
      "undo-too-late",
      "A start can be taken back for five minutes. Ask your school to withdraw it.",
    );
  await changePresentation(tx, actor, presentationId, {
    state: "undone",
    withdrawnBy: actor.personId,
    withdrawnAt: actor.now,
    withdrawnBecause: "undone within five minutes",
  });
  await takeBackStart(tx, actor, conferenceId, startedAt);
}
