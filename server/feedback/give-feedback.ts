import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Stale } from "#server/http/problems.ts";
import type { FeedbackRevision, NewFeedback } from "./feedback.contract.ts";
import { insertFeedback, rewriteFeedback } from "./feedback.queries.ts";

/** Says something about a piece. */
export async function giveFeedback(
  tx: Tx,
  actor: Actor,
  workSampleId: string,
  given: NewFeedback,
): Promise<string> {
  refuseEmpty(given.words, "words");
  const id = uuidv7();
  await insertFeedback(tx, actor, { ...given, id, workSampleId });
  return id;
}

/** Says it differently. */
export async function reviseFeedback(
  tx: Tx,
  actor: Actor,
  feedbackId: string,
  revision: FeedbackRevision,
): Promise<void> {
  refuseEmpty(revision.value, "value");
  const faster = await rewriteFeedback(tx, actor, feedbackId, revision);
  if (faster) throw new Stale(faster.stands, "value");
}

function refuseEmpty(words: string, field: string): void {
  if (words.trim() === "") throw new Invalid(field, "Write something, or take it back.");
}
