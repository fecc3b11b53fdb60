import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { finishQuestions } from "./finish-questions.ts";
import {
  AnswerChange,
  AnswerParams,
  ConferenceParams,
  FamilyAnswers,
  Questionnaire,
} from "./questionnaire.contract.ts";
import { readFamilyAnswers } from "./read-family-answers.ts";
import { readQuestionnaire } from "./read-questionnaire.ts";
import { saveAnswer } from "./save-answer.ts";

/** What families are asked before and after a conference. */
export const questionnaireRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/conferences/:conferenceId/questions",
    {
      config: { access: "questionnaire.answer" },
      schema: { params: ConferenceParams, response: { 200: Questionnaire } },
    },
    ({ actor, params }) => readQuestionnaire(db, actor, params.conferenceId),
  );

  app.patch(
    "/conferences/:conferenceId/questions/:question",
    {
      config: { access: "questionnaire.answer" },
      schema: { params: AnswerParams, body: AnswerChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => saveAnswer(tx, actor, params, body));
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/conferences/:conferenceId/questions/finished",
    {
      config: { access: "questionnaire.answer" },
      schema: { params: ConferenceParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => finishQuestions(tx, actor, params.conferenceId));
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/conferences/:conferenceId/family-answers",
    {
      config: { access: "questionnaire.read" },
      schema: { params: ConferenceParams, response: { 200: FamilyAnswers } },
    },
    async ({ actor, params }) => await readFamilyAnswers(db, actor, params.conferenceId),
  );
};
