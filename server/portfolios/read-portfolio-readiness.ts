import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { countPortfolioReadiness, type PortfolioReadiness } from "./portfolio-readiness.queries.ts";

export type { PortfolioReadiness } from "./portfolio-readiness.queries.ts";

/** How many sections a portfolio fills to be ready: a proud piece, one of growth, one that proves a skill. */
export const requiredSections = 3;

/** How far the walls of these students have come; nothing hung counts as zero. */
export async function readPortfolioReadiness(
  db: Db,
  actor: Actor,
  seasonId: string,
  studentIds: string[],
): Promise<PortfolioReadiness[]> {
  if (studentIds.length === 0) return [];
  const counted = await countPortfolioReadiness(db, actor, seasonId, studentIds);
  return studentIds.map(
    (studentId) =>
      counted.find((each) => each.studentId === studentId) ?? {
        studentId,
        sections: 0,
        pieces: 0,
        reflected: 0,
      },
  );
}
