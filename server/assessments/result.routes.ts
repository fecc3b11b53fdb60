import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Id } from "#server/http/shapes.contract.ts";
import { ResultList } from "./result.contract.ts";
import { listResults } from "./result.queries.ts";

/** Test results, to read only. */
export const resultRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/results",
    {
      config: { access: "result.list" },
      schema: { params: Type.Object({ studentId: Id }), response: { 200: ResultList } },
    },
    async ({ actor, params }) => ({ results: await listResults(db, actor, params.studentId) }),
  );
};
