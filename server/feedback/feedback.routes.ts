import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import {
  FeedbackList,
  FeedbackParams,
  FeedbackRevision,
  NewFeedback,
  WorkSampleParams,
} from "./feedback.contract.ts";
import { deleteFeedback, listFeedback, markSeen, mayGive } from "./feedback.queries.ts";
import { giveFeedback, reviseFeedback } from "./give-feedback.ts";

/** What staff say about students' work. */
export const feedbackRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  const ofPiece = "/work-samples/:workSampleId/feedback";
  const one = "/feedback/:feedbackId";

  app.get(
    ofPiece,
    {
      config: { access: "feedback.read" },
      schema: { params: WorkSampleParams, response: { 200: FeedbackList } },
    },
    async ({ actor, params: { workSampleId } }) => ({
      feedback: await listFeedback(db, actor, workSampleId),
      mayWrite: await mayGive(db, actor, workSampleId),
    }),
  );

  app.post(
    ofPiece,
    {
      config: { access: "feedback.give" },
      schema: { params: WorkSampleParams, body: NewFeedback, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => giveFeedback(tx, actor, params.workSampleId, body));
      return reply.code(201).send({ id });
    },
  );

  app.put(
    `${ofPiece}/seen`,
    {
      config: { access: "work-sample.edit" },
      schema: { params: WorkSampleParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await markSeen(db, actor, params.workSampleId);
      return reply.code(204).send(null);
    },
  );

  app.patch(
    one,
    {
      config: { access: "feedback.change" },
      schema: { params: FeedbackParams, body: FeedbackRevision, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => reviseFeedback(tx, actor, params.feedbackId, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    one,
    { config: { access: "feedback.change" }, schema: { params: FeedbackParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => deleteFeedback(tx, actor, params.feedbackId));
      return reply.code(204).send(null);
    },
  );
};
