import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { SeasonList } from "./season.contract.ts";
import { listSeasons } from "./season.queries.ts";

/** The seasons of somebody's schools. */
export const seasonRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/seasons",
    { config: { access: "signed-in" }, schema: { response: { 200: SeasonList } } },
    async ({ actor }) => ({ seasons: await listSeasons(db, actor) }),
  );
};
