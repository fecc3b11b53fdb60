import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Refused } from "#server/http/problems.ts";
import { seatAgain } from "#server/participants/seat-again.ts";
import { holdPeople } from "#server/people/hold-people.ts";
import { carryRecord } from "#server/records/sealing/carry-record.ts";
import { findSeasonOfStudent } from "#server/seasons/find-season-of-student.ts";
import { peopleOf, putOnCalendar } from "./arrange-conference.ts";
import type { FollowUp } from "./conference.contract.ts";
import { endOf, minutesOf, startOf } from "./conference-time.ts";
import { findAdviser, findRecordState, type LockedConference } from "./conference.queries.ts";

/** Goes on another day with a meeting that was stopped: the same people, and a record in which everything written is kept. Callers hold it. */
export async function continueConference(
  tx: Tx,
  actor: Actor,
  stopped: LockedConference,
  { startsAt, minutes }: FollowUp,
): Promise<string> {
  await refuseUnfinished(tx, actor, stopped);
  const season = await findSeasonOfStudent(tx, actor, stopped);
  if (!season) throw new NotFound("season");
  const starts = startOf(startsAt, season);
  const hours = { startsAt: starts, endsAt: endOf(starts, minutes ?? minutesOf(stopped)) };
  const adviserId = (await findAdviser(tx, actor, stopped.studentId)) ?? stopped.adviserId;
  const next = {
    conference: { ...placeOf(stopped), ...hours, id: uuidv7(), adviserId, continuesId: stopped.id },
    seats: await seatAgain(tx, actor, stopped),
  };
  await holdPeople(tx, actor, peopleOf(next));
  await putOnCalendar(tx, actor, next);
  await carryRecord(tx, actor, { from: stopped.id, to: next.conference.id });
  return next.conference.id;
}

/** What the first part came to is finished first: a record of its own, which stays as it is. */
async function refuseUnfinished(tx: Tx, actor: Actor, { id }: LockedConference): Promise<void> {
  const record = await findRecordState(tx, actor, id);
  if (record === undefined || record === "draft" || record === "read-back") throw new Refused("finish-first");
}

const placeOf = ({ seasonId, studentId, householdKey, place, link, mode, language }: LockedConference) => ({
  seasonId,
  studentId,
  householdKey,
  place,
  link,
  mode,
  language,
});
