import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { findSeats, type Meeting } from "./find-seats.ts";
import type { Invitation } from "./participant.contract.ts";
import { listInvitations, type Seat } from "./participant.queries.ts";

/** The same people as at an earlier conference, as far as each may still come. */
export async function seatAgain(tx: Tx, actor: Actor, meeting: Meeting & { id: string }): Promise<Seat[]> {
  const invited = await listInvitations(tx, actor, meeting.id);
  const seats: Seat[] = [];
  for (const invitation of invited) seats.push(...(await seatIfAllowed(tx, actor, meeting, invitation)));
  return seats;
}

async function seatIfAllowed(tx: Tx, actor: Actor, meeting: Meeting, one: Invitation): Promise<Seat[]> {
  try {
    return await findSeats(tx, actor, meeting, [one]);
  } catch (refusal) {
    if (refusal instanceof Refused) return [];
    throw refusal;
  }
}
