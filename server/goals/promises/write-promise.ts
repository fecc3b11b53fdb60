import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused, Stale } from "#server/http/problems.ts";
import type { PromiseSide, PromiseTexts, PromiseWriting } from "../goal.contract.ts";
import { lockGoal, type GoalRow } from "../goal.queries.ts";
import { listHomes } from "../goal-season.queries.ts";
import { findPromise, putPromise, removePromise } from "./promise.queries.ts";

const nothing: PromiseTexts = { wording: "", ownerName: "", byOn: null };
const texts = ["wording", "ownerName", "byOn"] as const;

/** Writes what one side will do. One's own word stands at once; what is written for another is a proposal. */
export async function writePromise(
  tx: Tx,
  actor: Actor,
  goalId: string,
  side: PromiseSide,
  writing: PromiseWriting,
): Promise<void> {
  const goal = await lockGoal(tx, actor, goalId);
  const speaksForSide = isOwnWord(actor, goal, side);
  refuseWhatWasAgreed(goal, side, speaksForSide);
  const householdId = side === "family" ? await homeOf(tx, actor, goal, writing.householdId) : null;
  const current = await findPromise(tx, actor, goalId, side, householdId);
  if (current && current.kept !== null)
    throw new Refused("promise-reported", "It was already told how this went.");
  const next = merge(current ?? nothing, writing);
  if (texts.every((text) => next[text] === (current ?? nothing)[text])) return;
  if (texts.every((text) => !next[text]))
    return void (current && (await removePromise(tx, actor, current.id)));
  const state = speaksForSide ? "accepted" : "proposed";
  const id = current?.id ?? uuidv7();
  await putPromise(tx, actor, { ...next, id, goalId, side, householdId, language: writing.language, state });
}

/** The student speaks for herself, whoever advises her for the school; nobody but home speaks for home. */
const isOwnWord = (actor: Actor, goal: GoalRow, side: PromiseSide): boolean =>
  side !== "family" && (actor.personId === goal.studentId) === (side === "student");

function refuseWhatWasAgreed(goal: GoalRow, side: PromiseSide, speaksForSide: boolean): void {
  if (goal.state !== "draft" && goal.state !== "agreed")
    throw new Refused("goal-closed", "This goal is closed. Set a new one instead.");
  if (goal.state === "agreed" && side !== "family" && !speaksForSide)
    throw new Refused("promise-agreed", "This was agreed. Only who promised it may reword it.");
}

async function homeOf(tx: Tx, actor: Actor, goal: GoalRow, wanted: string | null): Promise<string | null> {
  const homes = await listHomes(tx, actor, goal.studentId);
  if (wanted !== null && homes.some(({ id }) => id === wanted)) return wanted;
  if (wanted === null && homes.length <= 1) return homes[0]?.id ?? null;
  throw new Invalid("householdId", "Say whose home will do this.");
}

/** Different texts merge; the same text written twice is for people to settle. */
function merge(current: PromiseTexts, { base, value }: PromiseWriting): PromiseTexts {
  const began = base ?? nothing;
  const changed = texts.filter((text) => value[text] !== began[text]);
  const { wording, ownerName, byOn } = current;
  for (const text of changed)
    if (current[text] !== began[text] && current[text] !== value[text])
      throw new Stale({ wording, ownerName, byOn }, text);
  return { wording, ownerName, byOn, ...Object.fromEntries(changed.map((text) => [text, value[text]])) };
}
