import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { lockPresentableConference, putConference } from "./conference.queries.ts";

/** Holds the conference of a presentation that somebody started by mistake. */
export const holdPresentableConference = lockPresentableConference;

/** A conference that only that start had begun is planned again; one that was on already goes on. */
export async function takeBackStart(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  startedAt: Date,
): Promise<void> {
  const conference = await lockPresentableConference(tx, actor, conferenceId);
  if (conference.state !== "live" || conference.startedAt?.getTime() !== startedAt.getTime()) return;
  await putConference(tx, actor, conferenceId, { state: "planned", startedAt: null });
}
