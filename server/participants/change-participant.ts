import type { Actor } from "#server/access/actor.ts";
import { holdOpenConference } from "#server/conferences/hold-conference.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { holdPeople } from "#server/people/hold-people.ts";
import { findSeats } from "./find-seats.ts";
import { tellLatecomer, tellReleased } from "./tell-concerned.ts";
import type { ParticipantChange } from "./participant.contract.ts";
import { deleteSeat, insertSeats, putSeat } from "./participant.queries.ts";

interface Place {
  readonly conferenceId: string;
  readonly personId: string;
}

/** Asks somebody to come, or says how she comes, whether she came, and whether she left before the end. */
export async function changeParticipant(
  tx: Tx,
  actor: Actor,
  { conferenceId, personId }: Place,
  { attendance, left, ...invitation }: ParticipantChange,
): Promise<void> {
  const conference = await holdOpenConference(tx, actor, conferenceId);
  const { expected } = invitation;
  const change = {
    ...(expected === undefined ? {} : { expected }),
    ...(attendance === undefined ? {} : { attendance }),
    ...(left === undefined ? {} : { leftAt: left ? actor.now : null }),
  };
  if (await putSeat(tx, actor, { conferenceId, personId }, change)) return;
  const seats = await findSeats(tx, actor, conference, [{ personId, ...invitation }]);
  await holdPeople(tx, actor, [personId]);
  const hours = conference.state === "ended" ? null : conference;
  await insertSeats(tx, actor, { conferenceId, hours, seats });
  if (attendance) await putSeat(tx, actor, { conferenceId, personId }, { attendance });
  if (conference.state === "planned") await tellLatecomer(tx, actor, conference, personId);
}

/** Takes somebody off the list; before the conference begins she hears that she is not expected any more. */
export async function removeParticipant(
  tx: Tx,
  actor: Actor,
  { conferenceId, personId }: Place,
): Promise<void> {
  const conference = await holdOpenConference(tx, actor, conferenceId);
  const release = async () => {
    if (!(await deleteSeat(tx, actor, { conferenceId, personId }))) throw new NotFound("participant");
  };
  if (conference.state === "planned") await tellReleased(tx, actor, { conference, personId }, release);
  else await release();
}
