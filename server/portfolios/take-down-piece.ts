import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { holdMovable } from "./hang-piece.ts";
import { readOwnHanging, removeItem } from "./portfolio.queries.ts";

/** Takes a piece off the wall; it stays on the shelf, and hanging it again with its note undoes this. */
export async function takeDownPiece(tx: Tx, actor: Actor, itemId: string): Promise<void> {
  const { portfolioId } = await readOwnHanging(tx, actor, itemId);
  await holdMovable(tx, actor, portfolioId);
  await removeItem(tx, actor, itemId);
}
