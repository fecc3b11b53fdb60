import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { movePlans } from "./intervention.queries.ts";

/** A meeting goes on another day: what was only proposed is decided there. The finished first part keeps its own copy. */
export const carrySupport = (tx: Tx, actor: Actor, place: { from: string; to: string }): Promise<void> =>
  movePlans(tx, actor, place);
