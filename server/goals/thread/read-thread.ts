import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listGoals } from "../goal.queries.ts";
import { listSeasonsOf, type SeasonRow } from "../goal-season.queries.ts";
import { listPromises } from "../promises/promise.queries.ts";
import type { GoalThread, ThreadGoal } from "./thread.contract.ts";
import { listCarried, listCheckIns, readStudentName } from "./thread.queries.ts";

/** A student's goals over the seasons with every check-in: what this person may read of them, newest season first. */
export async function readThread(db: Db, actor: Actor, studentId: string): Promise<GoalThread> {
  const [student, seasons, rows, carried] = await Promise.all([
    readStudentName(db, actor, studentId),
    listSeasonsOf(db, actor, studentId),
    listGoals(db, actor, studentId),
    listCarried(db, actor, studentId),
  ]);
  const ids = rows.map(({ id }) => id);
  const [promises, checkIns] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([listPromises(db, actor, ids), listCheckIns(db, actor, ids)]);
  const next = seasons.find(({ isHerSchools, state }) => isHerSchools && state !== "closed");
  const goals = rows
    .filter(({ wording }) => wording.trim() !== "")
    .map((goal): ThreadGoal & { seasonId: string } => ({
      ...goal,
      promises: promises.filter(({ goalId }) => goalId === goal.id),
      checkIns: checkIns.filter(({ goalId }) => goalId === goal.id),
      carriedFromId: carried.find(({ id }) => id === goal.id)?.carriedFromId ?? null,
      mayCarry: goal.mayRevise && isCarriable(goal, seasons, next),
      mayCheckIn: goal.mayRevise && (goal.state === "agreed" || goal.state === "looked-back"),
    }));
  return {
    student,
    seasons: seasons
      .map((season) => ({ ...season, goals: goals.filter(({ seasonId }) => seasonId === season.id) }))
      .filter((season) => season.goals.length > 0),
  };
}

const isCarriable = (
  { state, outcome, seasonId }: { state: string; outcome: string | null; seasonId: string },
  seasons: SeasonRow[],
  next: SeasonRow | undefined,
): boolean =>
  next !== undefined &&
  next.id !== seasonId &&
  next.startsOn > (seasons.find(({ id }) => id === seasonId)?.startsOn ?? "") &&
  (state === "agreed" || state === "looked-back") &&
  outcome !== "met";
