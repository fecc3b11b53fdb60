import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { markFinished, readHead } from "./questionnaire.queries.ts";

/** The guardian's household answered what it wants to; until the conference it may still change its mind. */
export async function finishQuestions(tx: Tx, actor: Actor, conferenceId: string): Promise<void> {
  const head = await readHead(tx, actor, conferenceId);
  if (head.state === "cancelled") throw new Refused("conference-cancelled");
  await markFinished(tx, actor, head);
}
