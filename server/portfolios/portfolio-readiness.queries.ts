import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { readableBy } from "./portfolio.access.ts";

/** How far a student's wall has come. */
export interface PortfolioReadiness {
  readonly studentId: string;
  /** Sections that hold a piece. */
  readonly sections: number;
  readonly pieces: number;
  /** Pieces with an answered question. */
  readonly reflected: number;
}

/** Counts what hangs for these students in a season, in one statement; a student without a portfolio is left out. */
export const countPortfolioReadiness = (
  db: Db,
  actor: Actor,
  seasonId: string,
  studentIds: string[],
): Promise<PortfolioReadiness[]> =>
  db
    .selectFrom("portfolio")
    .innerJoin("portfolioItem", (join) =>
      join
        .onRef("portfolioItem.districtId", "=", "portfolio.districtId")
        .onRef("portfolioItem.portfolioId", "=", "portfolio.id")
        .on("portfolioItem.prompt", "is", null),
    )
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "portfolioItem.districtId")
        .onRef("workSample.id", "=", "portfolioItem.workSampleId")
        .on("workSample.archivedAt", "is", null),
    )
    .select("portfolio.studentId")
    .select(sql<number>`count(distinct portfolio_item.section)::integer`.as("sections"))
    .select(sql<number>`count(*)::integer`.as("pieces"))
    .select(
      sql<number>`(count(*) filter (where exists (select 1 from reflection
        where reflection.district_id = work_sample.district_id and reflection.work_sample_id = work_sample.id
          and reflection.answer ~ '\\S')))::integer`.as("reflected"),
    )
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.seasonId", "=", seasonId)
    .where("portfolio.studentId", "in", studentIds)
    .where(readableBy(actor))
    .groupBy("portfolio.studentId")
    .execute();
