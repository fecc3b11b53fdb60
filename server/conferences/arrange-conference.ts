import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Refused } from "#server/http/problems.ts";
import { findSeats } from "#server/participants/find-seats.ts";
import { seatParticipants } from "#server/participants/seat-participants.ts";
import { holdPeople } from "#server/people/hold-people.ts";
import { listInvitablePeople } from "#server/people/list-invitable-people.ts";
import { findSeasonOfStudent } from "#server/seasons/find-season-of-student.ts";
import type { NewConference } from "./conference.contract.ts";
import { endOf, startOf } from "./conference-time.ts";
import { findAdviser, insertConference, isArrangedBy, type PlannedConference } from "./conference.queries.ts";
import { tellConcerned } from "#server/participants/tell-concerned.ts";

/** Sets a conference by hand: one student, one season, one adviser, and everybody who is asked to come. */
export async function arrangeConference(
  tx: Tx,
  actor: Actor,
  given: NewConference,
  continuesId: string | null = null,
): Promise<string> {
  const prepared = await prepareConference(tx, actor, given, continuesId);
  await holdPeople(tx, actor, peopleOf(prepared));
  await putOnCalendar(tx, actor, prepared);
  return prepared.conference.id;
}

/** A conference that may be set, with a seat for everybody asked to come. */
export interface PreparedConference {
  readonly conference: PlannedConference;
  readonly seats: Awaited<ReturnType<typeof findSeats>>;
}

/** Looks whether a conference may be set as asked, by whom and with whom; refuses what may not. */
export async function prepareConference(
  tx: Tx,
  actor: Actor,
  given: NewConference,
  continuesId: string | null = null,
): Promise<PreparedConference> {
  const { participants, studentId, startsAt: when, minutes, ...rest } = given;
  if (!(await isArrangedBy(tx, actor, studentId))) throw new NotFound("student");
  const season = await findSeasonOfStudent(tx, actor, given);
  if (!season) throw new NotFound("season");
  if (season.state !== "open" && season.state !== "frozen") throw new Refused("season-not-open");
  if (!season.takesPart) throw new Refused("not-in-season");
  await checkHousehold(tx, actor, given);
  const startsAt = startOf(when, season);
  const endsAt = endOf(startsAt, minutes ?? season.minutes);
  const adviserId = await findAdviser(tx, actor, studentId);
  if (adviserId === undefined) throw new Refused("no-adviser");
  const conference = { ...rest, id: uuidv7(), studentId, adviserId, startsAt, endsAt, continuesId };
  return { conference, seats: await findSeats(tx, actor, conference, participants) };
}

/** Everybody whose hours a conference takes. */
export const peopleOf = ({ conference, seats }: PreparedConference): string[] => [
  conference.studentId,
  conference.adviserId,
  ...seats.map((seat) => seat.personId),
];

/** Puts a prepared conference on the calendar and tells everybody concerned. Callers hold its people. */
export async function putOnCalendar(
  tx: Tx,
  actor: Actor,
  { conference, seats }: PreparedConference,
): Promise<void> {
  await insertConference(tx, actor, conference);
  await seatParticipants(tx, actor, conference, seats);
  await tellConcerned(tx, actor, conference, "set");
}

/** A household that meets apart is one whose guardians may come; another is as good as none. */
async function checkHousehold(
  tx: Tx,
  actor: Actor,
  { studentId, householdKey }: Pick<NewConference, "studentId" | "householdKey">,
): Promise<void> {
  if (householdKey === "joint") return;
  const { guardians } = await listInvitablePeople(tx, actor, studentId);
  if (!guardians.some((guardian) => guardian.householdId === householdKey))
    throw new Invalid("householdKey", "Choose one of the student's homes.", "unknown-household");
}
