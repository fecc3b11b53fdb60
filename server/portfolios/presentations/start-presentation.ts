import type { Actor } from "#server/access/actor.ts";
import { startConference } from "#server/conferences/start-conference.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { endPresentation } from "./end-presentation.ts";
import { gatherStage } from "./gather-stage.ts";
import type { PresentationStart, StartedPresentation } from "./presentation.contract.ts";
import { findOpenPresentation, insertItems, insertPresentation } from "./presentation.queries.ts";
import { describeEvening, isOfEarlierDay } from "./read-stage.ts";
import { undoUntil } from "./undo-presentation.ts";

/** Starts presenting: everything to be shown is kept as it is at this moment, and the conference is live. */
export async function startPresentation(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  { withNumbers }: PresentationStart,
): Promise<StartedPresentation> {
  const conference = await startConference(tx, actor, conferenceId); // holds it: two starts come one after the other
  const open = await findOpenPresentation(tx, actor, conferenceId);
  const evening = await describeEvening(tx, actor, conferenceId);
  if (open && isOfEarlierDay(open.startedAt, evening.zone, actor.now))
    await endPresentation(tx, actor, open.id);
  else if (open)
    throw new Refused("presentation-open", "This presentation is already running on another screen.");
  const items = await gatherStage(tx, actor, evening);
  const { id, number } = await insertPresentation(tx, actor, conference);
  await insertItems(
    tx,
    actor,
    id,
    items.map((item) => ({ ...item, onStage: item.onStage && (withNumbers || item.audience === "all") })),
  );
  return {
    id,
    number,
    startedAt: actor.now.toISOString(),
    undoUntil: undoUntil(actor.now).toISOString(),
  };
}
