import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { readableBy } from "../portfolio.access.ts";

/** What a student leaves off the stage of a season, as far as this person sees her portfolio. */
export async function listKeptOff(
  db: Db,
  actor: Actor,
  studentId: string,
  seasonId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("keptOffStage")
    .innerJoin("portfolio", (join) =>
      join
        .onRef("portfolio.districtId", "=", "keptOffStage.districtId")
        .onRef("portfolio.id", "=", "keptOffStage.portfolioId"),
    )
    .select("keptOffStage.thing")
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.studentId", "=", studentId)
    .where("portfolio.seasonId", "=", seasonId)
    .where(readableBy(actor))
    .execute();
  return new Set(rows.map(({ thing }) => thing));
}

/** Leaves a thing off the stage of a portfolio that is held; leaving it twice is leaving it. */
export const insertKeptOff = (tx: Tx, actor: Actor, portfolioId: string, thing: string): Promise<unknown> =>
  tx
    .insertInto("keptOffStage")
    .values({ districtId: actor.districtId, portfolioId, thing })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Puts it back. */
export const deleteKeptOff = (tx: Tx, actor: Actor, portfolioId: string, thing: string): Promise<unknown> =>
  tx
    .deleteFrom("keptOffStage")
    .where("districtId", "=", actor.districtId)
    .where("portfolioId", "=", portfolioId)
    .where("thing", "=", thing)
    .execute();
