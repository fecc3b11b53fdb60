import type { Actor } from "#server/access/actor.ts";
import { timeOfAct } from "#server/conferences/act-time.ts";
import { holdOpenConference } from "#server/conferences/hold-conference.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Stale } from "#server/http/problems.ts";
import { holdPeople } from "#server/people/hold-people.ts";
import { findSeats } from "./find-seats.ts";
import { tellLatecomer, tellReleased } from "./tell-concerned.ts";
import type { ParticipantChange } from "./participant.contract.ts";
import { deleteSeat, findAttendance, insertSeats, putSeat } from "./participant.queries.ts";

interface Place {
  readonly conferenceId: string;
  readonly personId: string;
}

/** Asks somebody to come, or says how she comes, whether she came, and whether she left before the end. */
export async function changeParticipant(
  tx: Tx,
  actor: Actor,
  { conferenceId, personId }: Place,
  { attendance, left, at, base, ...invitation }: ParticipantChange,
): Promise<void> {
  const conference = await holdOpenConference(tx, actor, conferenceId);
  const { expected } = invitation;
  const leftAt = () => timeOfAct({ at, now: actor.now, startsAt: conference.startsAt });
  const change = {
    ...(expected === undefined ? {} : { expected }),
    ...(attendance === undefined ? {} : { attendance }),
    ...(left === undefined ? {} : { leftAt: left ? leftAt() : null }),
  };
  if (attendance !== undefined && base !== undefined)
    await refuseOtherwise(tx, actor, { conferenceId, personId }, { attendance, base });
  if (await putSeat(tx, actor, { conferenceId, personId }, change)) return;
  const seats = await findSeats(tx, actor, conference, [{ personId, ...invitation }]);
  await holdPeople(tx, actor, [personId]);
  const hours = conference.state === "ended" ? null : conference;
  await insertSeats(tx, actor, { conferenceId, hours, seats });
  if (attendance) await putSeat(tx, actor, { conferenceId, personId }, { attendance });
  if (conference.state === "planned") await tellLatecomer(tx, actor, conference, personId);
}

/** Somebody else said otherwise, and this writer had not heard of it. */
async function refuseOtherwise(
  tx: Tx,
  actor: Actor,
  place: Place,
  { attendance, base }: Pick<ParticipantChange, "attendance" | "base">,
): Promise<void> {
  const said = await findAttendance(tx, actor, place);
  if (said !== undefined && said !== base && said !== attendance)
    throw new Stale({ attendance: said }, "attendance");
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
