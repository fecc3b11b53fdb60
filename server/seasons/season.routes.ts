import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { changeSeason } from "./change-season.ts";
import { createSeason } from "./create-season.ts";
import { readSeason } from "./read-season.ts";
import { NewSeason, SeasonChange, SeasonList, SeasonPage, SeasonParams } from "./season.contract.ts";
import { listSeasons } from "./season.queries.ts";

/** The seasons of somebody's schools. */
export const seasonRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/seasons",
    { config: { access: "signed-in" }, schema: { response: { 200: SeasonList } } },
    async ({ actor }) => ({ seasons: await listSeasons(db, actor) }),
  );

  app.post(
    "/seasons",
    { config: { access: "season.create" }, schema: { body: NewSeason, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => createSeason(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/seasons/:seasonId",
    { config: { access: "season.read" }, schema: { params: SeasonParams, response: { 200: SeasonPage } } },
    async ({ actor, params }) => await readSeason(db, actor, params.seasonId),
  );

  app.patch(
    "/seasons/:seasonId",
    {
      config: { access: "season.change" },
      schema: { params: SeasonParams, body: SeasonChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeSeason(tx, actor, params.seasonId, body));
      return reply.code(204).send(null);
    },
  );
};
