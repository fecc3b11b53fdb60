import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid } from "#server/http/problems.ts";
import { isAnswered } from "./portfolio.queries.ts";

/** Only what is written can be shown without its piece. */
export async function needsAnswer(
  tx: Tx,
  actor: Actor,
  workSampleId: string,
  prompt: string | null,
): Promise<void> {
  if (prompt !== null && !(await isAnswered(tx, actor, workSampleId, prompt)))
    throw new Invalid("prompt", "Nothing is written about this yet.");
}
