import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { timeOfAct } from "./act-time.ts";
import type { Late } from "./conference.contract.ts";
import { lockPresentableConference, putConference, type LockedConference } from "./conference.queries.ts";
import { refuseOver } from "./hold-conference.ts";

/** Begins a planned conference or goes on with a paused one; a live one stays as it is, so anyone in the room may press first. */
export async function startConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  { at }: Late = {},
): Promise<LockedConference> {
  const conference = await lockPresentableConference(tx, actor, conferenceId);
  refuseOver(conference);
  if (conference.state === "live") return conference;
  const startedAt = conference.startedAt ?? timeOfAct({ at, now: actor.now, startsAt: conference.startsAt });
  await putConference(tx, actor, conferenceId, { state: "live", startedAt });
  return { ...conference, state: "live", startedAt };
}
