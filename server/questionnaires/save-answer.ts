import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Refused, Stale } from "#server/http/problems.ts";
import { ownKey } from "#server/record-templates/definition/resolve-form.ts";
import { findOwnField } from "#server/record-templates/find-form.ts";
import { checkValue, ownFieldFor } from "#server/records/record-fields.ts";
import type { AnswerChange, Question } from "./questionnaire.contract.ts";
import { beginAnswer, lockAnswer, readHead, rewriteAnswer } from "./questionnaire.queries.ts";
import { askedOf } from "./questions.ts";

interface Place {
  readonly conferenceId: string;
  readonly question: Question;
}

/** Keeps one answer of the guardian's household, or who reads it. */
export async function saveAnswer(
  tx: Tx,
  actor: Actor,
  { conferenceId, question }: Place,
  change: AnswerChange,
): Promise<void> {
  const head = await readHead(tx, actor, conferenceId);
  refuseOutOfTime(question, head.state);
  refuseWhatDoesNotFit(question, change);
  if (ownKey(question) !== undefined) await refuseWhatIsNotAsked(tx, actor, head, question, change);
  const { audience } = askedOf(question);
  await beginAnswer(tx, actor, head, { question, audience, language: change.language });
  const held = await lockAnswer(tx, actor, head, question);
  if (!held) throw new NotFound("conference");
  if (held[change.field] === change.value) return;
  if (held[change.field] !== change.base) throw new Stale(held[change.field], change.field); // the other parent was faster
  await rewriteAnswer(
    tx,
    actor,
    head,
    question,
    change.field === "answer"
      ? { answer: change.value, language: change.language }
      : { audience: change.value },
  );
}

function refuseOutOfTime(question: Question, state: string): void {
  if (state === "cancelled") throw new Refused("conference-cancelled");
  const isOver = state === "ended";
  if (askedOf(question).phase === "before" && isOver) throw new Refused("conference-over");
  if (askedOf(question).phase === "after" && !isOver) throw new Refused("conference-not-over");
}

/** What the school's own form asks the family holds what it is for. */
async function refuseWhatIsNotAsked(
  tx: Tx,
  actor: Actor,
  head: { seasonId: string; grade: number },
  question: string,
  change: AnswerChange,
): Promise<void> {
  const asked = await findOwnField(tx, actor, { ...head, by: "family" }, question);
  if (!asked) throw new NotFound("question");
  if (change.field === "answer" && change.value !== "") checkValue(ownFieldFor(asked.own), change.value);
}

function refuseWhatDoesNotFit(question: Question, change: AnswerChange): void {
  const { choices, maySayWho } = askedOf(question);
  if (change.field === "audience") {
    if (!maySayWho) throw new Invalid("question", "Only the adviser reads this answer.");
  } else if (choices && change.value !== "" && !choices.includes(change.value)) {
    throw new Invalid("value", "This is not a choice here.");
  }
}
