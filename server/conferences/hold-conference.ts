import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { findRecordState, lockArrangeableConference, type LockedConference } from "./conference.queries.ts";

/** Holds a conference that can still be arranged: not called off, and its record not finished. */
export async function holdOpenConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
): Promise<LockedConference> {
  const conference = await lockArrangeableConference(tx, actor, conferenceId);
  if (conference.state === "cancelled") throw new Refused("conference-cancelled");
  const record = await findRecordState(tx, actor, conferenceId);
  if (record !== undefined && !["draft", "read-back"].includes(record)) throw new Refused("record-finished");
  return conference;
}

/** Holds a conference that is still to come. */
export async function holdPlannedConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
): Promise<LockedConference> {
  const conference = await lockArrangeableConference(tx, actor, conferenceId);
  refuseOver(conference);
  if (conference.state !== "planned") throw new Refused("conference-started");
  return conference;
}

/** Refuses what nobody can do with a conference that is over or off. */
export function refuseOver({ state }: Pick<LockedConference, "state">): void {
  if (state === "cancelled") throw new Refused("conference-cancelled");
  if (state === "ended") throw new Refused("conference-over");
}
