import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused, Stale } from "#server/http/problems.ts";
import { freeHours } from "#server/participants/seat-participants.ts";
import { endOpenPresentation } from "#server/portfolios/presentations/end-presentation.ts";
import { tellConcerned } from "#server/participants/tell-concerned.ts";
import { timeOfAct } from "./act-time.ts";
import type { Ending } from "./conference.contract.ts";
import {
  findRecordState,
  lockRunnableConference,
  putConference,
  type LockedConference,
} from "./conference.queries.ts";
import { holdPlannedConference, refuseOver } from "./hold-conference.ts";

/** A fire drill, a crying baby: the clock stops, and starting again goes on. */
export async function pauseConference(tx: Tx, actor: Actor, conferenceId: string): Promise<void> {
  const conference = await lockRunnableConference(tx, actor, conferenceId);
  refuseOver(conference);
  if (conference.state === "planned") throw new Refused("conference-not-started");
  await putConference(tx, actor, conferenceId, { state: "paused" });
}

/** Ends a conference and says how, or says it again while its record is open; only one at which nobody met may end without having begun. */
export async function endConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  { outcome, notMetBecause, at, base }: Ending,
): Promise<void> {
  if ((outcome === "not-met") !== (notMetBecause !== undefined))
    throw new Invalid("notMetBecause", "Say why, when nobody met, and only then.");
  const conference = await lockRunnableConference(tx, actor, conferenceId);
  if (conference.state !== "ended") refuseOver(conference);
  else await refuseFinished(tx, actor, conferenceId);
  if (conference.startedAt === null && outcome !== "not-met") throw new Refused("conference-not-started");
  refuseOtherwise(conference, { outcome, base });
  const endedAt = conference.endedAt ?? timeOfAct({ at, now: actor.now, startsAt: conference.startsAt });
  await putConference(tx, actor, conferenceId, {
    state: "ended",
    outcome,
    notMetBecause: notMetBecause ?? null,
    endedAt: endedAt < (conference.startedAt ?? endedAt) ? conference.startedAt : endedAt,
  });
  await endOpenPresentation(tx, actor, conferenceId);
  await freeHours(tx, actor, conferenceId);
}

/** Somebody else said that it ended otherwise, and this writer had not heard of it. */
function refuseOtherwise(conference: LockedConference, { outcome, base }: Ending): void {
  const { state, outcome: said, notMetBecause } = conference;
  if (base === undefined || state !== "ended" || said === base || said === outcome) return;
  throw new Stale({ outcome: said, notMetBecause }, "outcome");
}

async function refuseFinished(tx: Tx, actor: Actor, conferenceId: string): Promise<void> {
  const record = await findRecordState(tx, actor, conferenceId);
  if (record !== undefined && record !== "draft" && record !== "read-back")
    throw new Refused("record-finished");
}

/** Calls off a conference that has not begun; everybody's hours are free again, and those concerned hear of it. */
export async function cancelConference(tx: Tx, actor: Actor, conferenceId: string): Promise<void> {
  const conference = await holdPlannedConference(tx, actor, conferenceId);
  await putConference(tx, actor, conferenceId, { state: "cancelled" });
  await freeHours(tx, actor, conferenceId);
  await tellConcerned(tx, actor, conference, "cancelled");
}
