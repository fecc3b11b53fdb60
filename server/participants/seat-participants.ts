import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { holdPeople } from "#server/people/hold-people.ts";
import { insertSeats, listSeated, putHours, type Hours, type Seat } from "./participant.queries.ts";

/** Seats people at a conference, for its hours. Callers hold the people. */
export const seatParticipants = (
  tx: Tx,
  actor: Actor,
  conference: Hours & { id: string },
  seats: readonly Seat[],
): Promise<void> => insertSeats(tx, actor, { conferenceId: conference.id, hours: conference, seats });

/** Moves everybody's hours with the conference's. Callers hold the conference. */
export async function moveHours(
  tx: Tx,
  actor: Actor,
  conference: { id: string; studentId: string; adviserId: string },
  hours: Hours,
): Promise<void> {
  const seated = await listSeated(tx, actor, conference.id);
  await holdPeople(tx, actor, [conference.studentId, conference.adviserId, ...seated]);
  await putHours(tx, actor, conference.id, hours);
}

/** Lets everybody's hours go, because the conference is over or off. */
export const freeHours = (tx: Tx, actor: Actor, conferenceId: string): Promise<void> =>
  putHours(tx, actor, conferenceId, null);
