import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import type { Reflection, ReflectionAnswer } from "./reflection.contract.ts";
import { findReflection, keepReflection, lockPiece } from "./reflection.queries.ts";

/** Keeps what the student answers now; when another device answered meanwhile, says what stands there. */
export async function answerPrompt(
  tx: Tx,
  actor: Actor,
  place: { workSampleId: string; prompt: string },
  given: ReflectionAnswer,
): Promise<Reflection> {
  await lockPiece(tx, actor, place.workSampleId);
  const standing = await findReflection(tx, actor, place);
  // The same words again are a save whose reply was lost on the way, not a second opinion.
  if (standing?.answer === given.answer && standing.language === given.language) return standing;
  if ((standing?.answer ?? "") !== given.base) throw new Stale(standing?.answer ?? "", "answer");
  return await keepReflection(tx, actor, place, given);
}
