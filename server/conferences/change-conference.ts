import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Stale } from "#server/http/problems.ts";
import { moveHours } from "#server/participants/seat-participants.ts";
import { findSeasonOfStudent } from "#server/seasons/find-season-of-student.ts";
import type { ConferenceChange } from "./conference.contract.ts";
import { endOf, minutesOf, startOf } from "./conference-time.ts";
import { lockArrangeableConference, putConference, type LockedConference } from "./conference.queries.ts";
import { holdPlannedConference, refuseOver } from "./hold-conference.ts";
import { tellConcerned } from "#server/participants/tell-concerned.ts";

/** Changes one field; the hours only before it begins, and then those invited hear of it. */
export async function changeConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  change: ConferenceChange,
): Promise<void> {
  if (change.field === "startsAt" || change.field === "minutes")
    return await changeHours(tx, actor, conferenceId, change);
  const conference = await lockArrangeableConference(tx, actor, conferenceId);
  refuseOver(conference);
  if (conference[change.field] !== change.base) throw new Stale(conference[change.field], change.field);
  await putConference(tx, actor, conferenceId, { [change.field]: change.value });
}

type HoursChange = Extract<ConferenceChange, { field: "startsAt" | "minutes" }>;

async function changeHours(tx: Tx, actor: Actor, conferenceId: string, change: HoursChange): Promise<void> {
  const conference = await holdPlannedConference(tx, actor, conferenceId);
  const hours = await hoursAfter(tx, actor, conference, change);
  await moveHours(tx, actor, conference, hours);
  await putConference(tx, actor, conferenceId, hours);
  await tellConcerned(tx, actor, conference, "changed");
}

async function hoursAfter(tx: Tx, actor: Actor, conference: LockedConference, change: HoursChange) {
  const { startsAt } = conference;
  if (change.field === "minutes") {
    if (minutesOf(conference) !== change.base) throw new Stale(minutesOf(conference), "minutes");
    return { startsAt, endsAt: endOf(startsAt, change.value) };
  }
  const season = await findSeasonOfStudent(tx, actor, conference);
  if (!season) throw new NotFound("season");
  if (startOf(change.base, season).getTime() !== startsAt.getTime())
    throw new Stale(startsAt.toISOString(), "startsAt");
  const start = startOf(change.value, season);
  return { startsAt: start, endsAt: endOf(start, minutesOf(conference)) };
}

/** Tells everybody concerned what was changed besides the hours, which they hear of at once; says how many were written to. */
export async function tellChange(tx: Tx, actor: Actor, conferenceId: string): Promise<number> {
  const conference = await holdPlannedConference(tx, actor, conferenceId);
  return await tellConcerned(tx, actor, conference, "changed");
}
