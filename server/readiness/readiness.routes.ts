import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Id } from "#server/http/shapes.contract.ts";
import { readReadiness } from "./read-readiness.ts";
import { readSeasonReadiness } from "./read-season-readiness.ts";
import { ReadinessWithNext, ReadyQuery, SeasonReadiness } from "./readiness.contract.ts";

/** How ready a student is for one conference, and everybody for a season. */
export const readinessRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/conferences/:conferenceId/readiness",
    {
      config: { access: "readiness.read" },
      schema: { params: Type.Object({ conferenceId: Id }), response: { 200: ReadinessWithNext } },
    },
    async ({ actor, params }) => await readReadiness(db, actor, params.conferenceId),
  );

  app.get(
    "/seasons/:seasonId/readiness",
    {
      config: { access: "season.read" },
      schema: {
        params: Type.Object({ seasonId: Id }),
        querystring: ReadyQuery,
        response: { 200: SeasonReadiness },
      },
    },
    async ({ actor, params, query }) => await readSeasonReadiness(db, actor, params.seasonId, query),
  );
};
