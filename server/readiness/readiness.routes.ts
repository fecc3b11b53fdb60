import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Id } from "#server/http/shapes.contract.ts";
import { readReadiness } from "./read-readiness.ts";
import { ReadinessWithNext } from "./readiness.contract.ts";

/** How ready a student is for one conference. */
export const readinessRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/conferences/:conferenceId/readiness",
    {
      config: { access: "readiness.read" },
      schema: { params: Type.Object({ conferenceId: Id }), response: { 200: ReadinessWithNext } },
    },
    async ({ actor, params }) => await readReadiness(db, actor, params.conferenceId),
  );
};
