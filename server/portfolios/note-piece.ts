import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import type { HangingRevision } from "./portfolio.contract.ts";
import { holdMovable } from "./hang-piece.ts";
import { needsAnswer } from "./needs-answer.ts";
import { lockPortfolio, readOwnHanging, writeHanging } from "./portfolio.queries.ts";

/** Writes what only the presenter sees about a piece, or shows only one thing she wrote about it. */
export async function notePiece(
  tx: Tx,
  actor: Actor,
  itemId: string,
  revision: HangingRevision,
): Promise<void> {
  const { portfolioId } = await readOwnHanging(tx, actor, itemId);
  await (revision.field === "prompt" ? holdMovable : lockPortfolio)(tx, actor, portfolioId);
  const { workSampleId, ...hanging } = await readOwnHanging(tx, actor, itemId);
  const now = hanging[revision.field];
  if (now === revision.value) return;
  if (now !== revision.base) throw new Stale(now, revision.field);
  if (revision.field === "privateNote")
    return void (await writeHanging(tx, actor, itemId, { privateNote: revision.value }));
  await needsAnswer(tx, actor, workSampleId, revision.value);
  await writeHanging(tx, actor, itemId, { prompt: revision.value });
}
