import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { holdFor, putInPlace } from "./hang-piece.ts";
import type { Placing } from "./portfolio.contract.ts";
import { readOwnHanging } from "./portfolio.queries.ts";

/** Moves a piece to another place on the wall. */
export async function movePiece(tx: Tx, actor: Actor, itemId: string, place: Placing): Promise<void> {
  const { portfolioId } = await readOwnHanging(tx, actor, itemId);
  await holdFor(tx, actor, portfolioId, place.section);
  await readOwnHanging(tx, actor, itemId); // it may have been taken down while we waited
  await putInPlace(tx, actor, portfolioId, itemId, place);
}
