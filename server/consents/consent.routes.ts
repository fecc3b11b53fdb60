import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { askConsent } from "./ask-consent.ts";
import { ConsentChange, ConsentParams, Consents, StudentParams } from "./consent.contract.ts";
import { readConsents } from "./consent.queries.ts";
import { decideConsent } from "./decide-consent.ts";

/** Who may see and come, from the day a student is 18. */
export const consentRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/consents",
    { config: { access: "consent.read" }, schema: { params: StudentParams, response: { 200: Consents } } },
    ({ actor, params }) => readConsents(db, actor, params.studentId),
  );

  app.patch(
    "/students/:studentId/consents/:personId",
    {
      config: { access: "consent.decide" },
      schema: { params: ConsentParams, body: ConsentChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => decideConsent(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/students/:studentId/consents/request",
    { config: { access: "consent.ask" }, schema: { params: StudentParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => askConsent(tx, actor, params.studentId));
      return reply.code(204).send(null);
    },
  );
};
