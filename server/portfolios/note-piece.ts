import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import type { NoteRevision } from "./portfolio.contract.ts";
import { lockPortfolio, readOwnHanging, writeNote } from "./portfolio.queries.ts";

/** Writes what only the presenter sees about a piece. */
export async function notePiece(tx: Tx, actor: Actor, itemId: string, revision: NoteRevision): Promise<void> {
  const { portfolioId } = await readOwnHanging(tx, actor, itemId);
  await lockPortfolio(tx, actor, portfolioId);
  const { privateNote } = await readOwnHanging(tx, actor, itemId);
  if (privateNote === revision.value) return;
  if (privateNote !== revision.base) throw new Stale(privateNote, revision.field);
  await writeNote(tx, actor, itemId, revision.value);
}
