import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid } from "#server/http/problems.ts";
import type { NewContactAttempt } from "./conference.contract.ts";
import { insertContactAttempt, lockArrangeableConference } from "./conference.queries.ts";

/** Notes one try to reach the family: when, how, and what came of it. */
export async function noteContactAttempt(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  { madeAt, way, result }: NewContactAttempt,
): Promise<string> {
  await lockArrangeableConference(tx, actor, conferenceId);
  const at = madeAt === undefined ? actor.now : new Date(madeAt);
  if (at > actor.now) throw new Invalid("madeAt", "That is still to come.", "not-yet");
  const id = uuidv7();
  await insertContactAttempt(tx, actor, { id, conferenceId, madeAt: at, way, result });
  return id;
}
