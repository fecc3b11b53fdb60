import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Refused } from "#server/http/problems.ts";
import type { NewGoal } from "./goal.contract.ts";
import { countGoals, findPlaceOfGoal, insertGoal, lockStudentForGoals } from "./goal.queries.ts";
import { listSeasonsOf } from "./goal-season.queries.ts";
import { goalsASeason } from "./read-student-goals.ts";

/** Begins a goal for a season that is not over; a season holds three. */
export async function setGoal(tx: Tx, actor: Actor, goal: NewGoal): Promise<string> {
  await lockStudentForGoals(tx, actor, goal.studentId);
  const season = (await listSeasonsOf(tx, actor, goal.studentId)).find(({ id }) => id === goal.seasonId);
  if (!season?.isHerSchools) throw new NotFound("season");
  if (season.state === "closed") throw new Refused("season-closed");
  if (goal.id && (await isSetAlready(tx, actor, goal))) return goal.id;
  const { count, last } = await countGoals(tx, actor, goal.studentId, goal.seasonId);
  if (count >= goalsASeason)
    throw new Refused(
      "enough-goals",
      "Three goals are enough for one conference. Change one of them instead.",
    );
  const id = goal.id ?? uuidv7();
  await insertGoal(tx, actor, { ...goal, id, position: last + 1 });
  return id;
}

/** The same goal sent again is the same goal; an id that is taken otherwise is refused. */
async function isSetAlready(tx: Tx, actor: Actor, { id, studentId, seasonId }: NewGoal): Promise<boolean> {
  const known = id && (await findPlaceOfGoal(tx, actor, id));
  if (!known) return false;
  if (known.studentId !== studentId || known.seasonId !== seasonId) throw new Refused("already-there");
  return true;
}
