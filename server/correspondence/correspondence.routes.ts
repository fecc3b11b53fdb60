import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import {
  Correspondence,
  NewFamilyMessage,
  OwedAnswers,
  StudentParams,
  ThreadParams,
} from "./correspondence.contract.ts";
import { listOwedAnswers, readCorrespondence } from "./correspondence.queries.ts";
import { answerHome, askAdviser, settleThread } from "./write-message.ts";

/** The line between a household and the adviser. */
export const correspondenceRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/correspondence",
    {
      config: { access: "correspondence.read" },
      schema: { params: StudentParams, response: { 200: Correspondence } },
    },
    ({ actor, params }) => readCorrespondence(db, actor, params.studentId),
  );

  app.post(
    "/students/:studentId/correspondence",
    {
      config: { access: "correspondence.ask" },
      schema: { params: StudentParams, body: NewFamilyMessage, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => askAdviser(tx, actor, params.studentId, body));
      return reply.code(201).send({ id });
    },
  );

  app.post(
    "/students/:studentId/correspondence/:householdId",
    {
      config: { access: "correspondence.answer" },
      schema: { params: ThreadParams, body: NewFamilyMessage, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => answerHome(tx, actor, params, body));
      return reply.code(201).send({ id });
    },
  );

  app.put(
    "/students/:studentId/correspondence/:householdId/settled",
    {
      config: { access: "correspondence.answer" },
      schema: { params: ThreadParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => settleThread(tx, actor, params));
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/correspondence/owed",
    { config: { access: "staff" }, schema: { response: { 200: OwedAnswers } } },
    async ({ actor }) => ({ owed: await listOwedAnswers(db, actor) }),
  );
};
