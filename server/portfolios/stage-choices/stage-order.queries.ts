import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { readableBy } from "../portfolio.access.ts";

/** The places a student gave to her goals and results of a season, by their names. */
export async function listPlaces(
  db: Db,
  actor: Actor,
  { studentId, seasonId }: { studentId: string; seasonId: string },
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("stageOrder")
    .innerJoin("portfolio", (join) =>
      join
        .onRef("portfolio.districtId", "=", "stageOrder.districtId")
        .onRef("portfolio.id", "=", "stageOrder.portfolioId"),
    )
    .select(["stageOrder.thing", "stageOrder.position"])
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.studentId", "=", studentId)
    .where("portfolio.seasonId", "=", seasonId)
    .where(readableBy(actor))
    .execute();
  return new Map(rows.map(({ thing, position }) => [thing, position]));
}

/** Gives things of a portfolio that is held their places, in one statement. */
export const placeThings = (
  tx: Tx,
  { districtId }: Actor,
  portfolioId: string,
  things: readonly string[],
): Promise<unknown> =>
  sql`insert into stage_order (district_id, portfolio_id, thing, position)
    select ${districtId}::uuid, ${portfolioId}::uuid, placed.thing, placed.position
    from unnest(${things}::text[]) with ordinality as placed (thing, position)
    on conflict (district_id, portfolio_id, thing) do update set position = excluded.position`.execute(tx);
