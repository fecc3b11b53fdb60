import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { uuidv7 } from "uuidv7";
import { lockGoal } from "../goal.queries.ts";
import { listSeasonsOf } from "../goal-season.queries.ts";
import { listPromises, putPromise } from "../promises/promise.queries.ts";
import { setGoal } from "../set-goal.ts";
import { markCarried, putState } from "./thread.queries.ts";

/** A goal that was not reached goes on in the next conference: worded as it was, and free to be changed there. */
export async function carryGoal(tx: Tx, actor: Actor, goalId: string): Promise<string> {
  const goal = await lockGoal(tx, actor, goalId);
  if (goal.state !== "agreed" && goal.state !== "looked-back")
    throw new Refused("goal-closed", "This goal is closed.");
  if (goal.outcome === "met") throw new Refused("goal-met", "This goal was reached. Set a new one instead.");
  const seasons = await listSeasonsOf(tx, actor, goal.studentId);
  const next = seasons.find(({ isHerSchools, state }) => isHerSchools && state !== "closed");
  if (
    !next ||
    next.id === goal.seasonId ||
    next.startsOn <= (seasons.find(({ id }) => id === goal.seasonId)?.startsOn ?? "")
  )
    throw new Refused(
      "no-next-season",
      "The next conferences are not open yet. The goal stays here until then.",
    );
  const { studentId, wording, category, measure, language } = goal;
  const facts = { wording, category, measure, language };
  const id = await setGoal(tx, actor, { ...facts, studentId, seasonId: next.id, dueOn: next.endsOn });
  await markCarried(tx, actor, { goalId, carriedIntoId: id });
  await putState(tx, actor, goalId, "carried");
  await takePromisesAlong(tx, actor, { from: goalId, to: id, isHers: actor.personId === studentId });
  return id;
}

/** One's own word goes along as a word, everybody else's as a question. */
async function takePromisesAlong(
  tx: Tx,
  actor: Actor,
  { from, to, isHers }: { from: string; to: string; isHers: boolean },
): Promise<void> {
  for (const { side, householdId, wording, language, state } of await listPromises(tx, actor, [from])) {
    if (wording.trim() === "" || state === "declined") continue;
    const isOwnWord = isHers ? side === "student" : side === "school";
    await putPromise(tx, actor, {
      id: uuidv7(),
      goalId: to,
      side,
      householdId,
      wording,
      ownerName: "",
      byOn: null,
      language,
      state: isOwnWord ? "accepted" : "proposed",
    });
  }
}
