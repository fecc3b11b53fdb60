import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused } from "#server/http/problems.ts";
import type { NewContactAttempt } from "./conference.contract.ts";
import { insertContactAttempt, lockArrangeableConference } from "./conference.queries.ts";

/** Notes one try to reach the family: when, how, and what came of it. */
export async function noteContactAttempt(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  { id: own, madeAt, way, result }: NewContactAttempt,
): Promise<string> {
  await lockArrangeableConference(tx, actor, conferenceId);
  const told = madeAt === undefined ? actor.now : new Date(madeAt);
  // A device that was away measures our clock to the second.
  const at = told.getTime() - actor.now.getTime() < 60_000 && told > actor.now ? actor.now : told;
  if (at > actor.now) throw new Invalid("madeAt", "That is still to come.", "not-yet");
  const id = own ?? uuidv7();
  const isNoted = await insertContactAttempt(tx, actor, { id, conferenceId, madeAt: at, way, result });
  if (!isNoted) throw new Refused("already-there");
  return id;
}
