import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { changeParticipant, removeParticipant } from "./change-participant.ts";
import { ParticipantChange, ParticipantParams } from "./participant.contract.ts";

/** Who comes to a conference, and who came. */
export const participantRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.put(
    "/conferences/:conferenceId/participants/:personId",
    {
      config: { access: "conference.arrange" },
      schema: { params: ParticipantParams, body: ParticipantChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => changeParticipant(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/conferences/:conferenceId/participants/:personId",
    {
      config: { access: "conference.arrange" },
      schema: { params: ParticipantParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => removeParticipant(tx, actor, params));
      return reply.code(204).send(null);
    },
  );
};
