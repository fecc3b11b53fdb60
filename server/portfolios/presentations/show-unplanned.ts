import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Refused } from "#server/http/problems.ts";
import { listPieces } from "../piece.queries.ts";
import type { StageItem, UnplannedPiece } from "./presentation.contract.ts";
import { insertItems, isPieceOf, lockPresentation, unsafeListItems } from "./presentation.queries.ts";

/** Shows a piece nobody planned: it is kept after the others while the presentation runs. */
export async function showUnplanned(
  tx: Tx,
  actor: Actor,
  presentationId: string,
  { workSampleId, segment }: UnplannedPiece,
): Promise<StageItem> {
  const { state, studentId } = await lockPresentation(tx, actor, presentationId);
  if (state !== "open") throw new Refused("presentation-over", "This presentation is over.");
  const before = await unsafeListItems(tx, actor, presentationId);
  if (before.some((item) => item.kind === "work" && item.workSampleId === workSampleId))
    throw new Refused("already-shown", "This piece is already part of the presentation.");
  if (!(await isPieceOf(tx, actor, studentId, workSampleId))) throw new NotFound("work sample");
  const [found] = await listPieces(tx, actor, [workSampleId]);
  if (!found) throw new NotFound("work sample");
  const { id: _, ...piece } = found;
  const shown = { schemaVersion: 1, kind: "work", segment, ...piece } as const;
  const item: StageItem = { id: "", audience: "all", workSampleId, shown };
  const [id = ""] = await insertItems(tx, actor, presentationId, [item], before.at(-1)?.position ?? 0);
  return { ...item, id };
}
