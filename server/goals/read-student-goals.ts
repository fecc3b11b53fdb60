import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import type { Goal, StudentGoals } from "./goal.contract.ts";
import { listGoals } from "./goal.queries.ts";
import { listHomes, listSeasonsOf, mayWriteGoals, type SeasonRow } from "./goal-season.queries.ts";
import { listPromises } from "./promises/promise.queries.ts";

/** How many goals a student sets for one conference: more are not kept. */
export const goalsASeason = 3;

/** The goals of a season (else of the one that is open) and of the one before it, with the promises this person may see. */
export async function readStudentGoals(
  db: Db,
  actor: Actor,
  studentId: string,
  seasonId: string | undefined,
): Promise<StudentGoals> {
  const [seasons, rows, households, writes] = await Promise.all([
    listSeasonsOf(db, actor, studentId),
    listGoals(db, actor, studentId),
    listHomes(db, actor, studentId),
    mayWriteGoals(db, actor, studentId),
  ]);
  const season = seasonId === undefined ? currentOf(seasons) : seasons.find(({ id }) => id === seasonId);
  if (seasonId !== undefined && !season) throw new NotFound("season");
  const lastSeason = seasons
    .slice(season ? seasons.indexOf(season) + 1 : 0)
    .find(({ id }) => rows.some((goal) => goal.seasonId === id && goal.state !== "draft"));
  const shown = rows.filter(({ seasonId: of }) => of === season?.id || of === lastSeason?.id);
  const goals = await withPromises(db, actor, shown);
  const ofSeason = goals.filter((goal) => goal.seasonId === season?.id);
  return {
    season: season ?? null,
    goals: ofSeason,
    lastSeason: lastSeason ?? null,
    lastGoals: goals.filter((goal) => goal.seasonId === lastSeason?.id && goal.state !== "draft"),
    households,
    mayAdd: writes && season !== undefined && season.state !== "closed" && ofSeason.length < goalsASeason,
  };
}

const currentOf = (seasons: SeasonRow[]): SeasonRow | undefined =>
  seasons.find((season) => season.isHerSchools && season.state !== "closed");

async function withPromises(db: Db, actor: Actor, rows: Omit<Goal, "promises">[]): Promise<Goal[]> {
  if (rows.length === 0) return [];
  const promises = await listPromises(
    db,
    actor,
    rows.map(({ id }) => id),
  );
  return rows.map((goal) => ({ ...goal, promises: promises.filter(({ goalId }) => goalId === goal.id) }));
}
