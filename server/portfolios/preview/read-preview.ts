import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { findConference } from "../portfolio.queries.ts";
import { gatherStage } from "../presentations/gather-stage.ts";
import { describeEvening, describeRehearsal } from "../presentations/read-stage.ts";
import { listHomesComing, readOwnPortfolio } from "../presentations/stage.queries.ts";
import type { Preview } from "./preview.contract.ts";

/** Exactly what would be kept if the student started now, for her to look at as her family will. */
export async function readPreview(db: Db, actor: Actor, portfolioId: string): Promise<Preview> {
  const portfolio = await readOwnPortfolio(db, actor, portfolioId);
  const conference = await findConference(db, actor, portfolio.studentId, portfolio.seasonId);
  const evening = conference
    ? await describeEvening(db, actor, conference.id)
    : (await describeRehearsal(db, actor, portfolio)).evening;
  const [items, homes] = await Promise.all([
    gatherStage(db, actor, evening),
    conference ? listHomesComing(db, actor, conference.id) : [],
  ]);
  return { items: items.map(({ note: _, ...item }) => item), homes };
}
