import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { deleteComingSeats } from "./participant.queries.ts";

/** Takes somebody off every conference of a student that is still to come: she may no longer be there. Callers know that it is so. */
export const freeSeats = async (
  tx: Tx,
  actor: Actor,
  place: { studentId: string; personId: string },
): Promise<void> => void (await deleteComingSeats(tx, actor, place));
