import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { Preparation, PreparationParams, PreparationRevision } from "./preparation.contract.ts";
import { listPrepared, readPlaceOf } from "./preparation.queries.ts";
import { writePreparation } from "./write-preparation.ts";

/** What advisers write for a student's record before her conference is set. */
export const preparationRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/preparation",
    {
      config: { access: "preparation" },
      schema: { params: PreparationParams, response: { 200: Preparation } },
    },
    async ({ actor, params: { studentId } }) => {
      const { seasonId, seasonName, conferenceId, ...found } = await readPlaceOf(db, actor, studentId);
      const { personId: id, givenName, familyName } = found;
      const student = { id, givenName, name: `${givenName} ${familyName}` };
      if (seasonId === null || seasonName === null)
        return { student, season: null, conferenceId: null, prepared: [] };
      const prepared = await listPrepared(db, actor, { studentId, seasonId });
      return { student, season: { id: seasonId, name: seasonName }, conferenceId, prepared };
    },
  );

  app.patch(
    "/students/:studentId/preparation",
    {
      config: { access: "preparation" },
      schema: { params: PreparationParams, body: PreparationRevision, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => writePreparation(tx, actor, params.studentId, body));
      return reply.code(204).send(null);
    },
  );
};
