import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { answerPromise } from "./promises/answer-promise.ts";
import { deleteGoal } from "./delete-goal.ts";
import {
  GoalParams,
  GoalRevision,
  NewGoal,
  PromiseAnswer,
  PromiseParams,
  PromiseReport,
  PromiseSideParams,
  PromiseWriting,
  SeasonQuery,
  StudentGoals,
  StudentParams,
} from "./goal.contract.ts";
import { readStudentGoals } from "./read-student-goals.ts";
import { reportPromise } from "./promises/report-promise.ts";
import { reviseGoal } from "./revise-goal.ts";
import { setGoal } from "./set-goal.ts";
import { writePromise } from "./promises/write-promise.ts";

interface Options {
  db: Db;
}

/** Goals, and who does what towards them. */
export const goalRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db }) => {
  app.get(
    "/students/:studentId/goals",
    {
      config: { access: "goal.list" },
      schema: { params: StudentParams, querystring: SeasonQuery, response: { 200: StudentGoals } },
    },
    ({ actor, params, query }) => readStudentGoals(db, actor, params.studentId, query.season),
  );

  app.post(
    "/goals",
    { config: { access: "signed-in" }, schema: { body: NewGoal, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => setGoal(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/goals/:goalId",
    {
      config: { access: "goal.revise" },
      schema: { params: GoalParams, body: GoalRevision, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => reviseGoal(tx, actor, params.goalId, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/goals/:goalId",
    { config: { access: "goal.revise" }, schema: { params: GoalParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => deleteGoal(tx, actor, params.goalId));
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/goals/:goalId/promises/:side",
    {
      config: { access: "goal.revise" },
      schema: { params: PromiseSideParams, body: PromiseWriting, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => writePromise(tx, actor, params.goalId, params.side, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/promises/:promiseId/answer",
    {
      config: { access: "promise.answer" },
      schema: { params: PromiseParams, body: PromiseAnswer, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => answerPromise(tx, actor, params.promiseId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/promises/:promiseId/report",
    {
      config: { access: "promise.report" },
      schema: { params: PromiseParams, body: PromiseReport, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => reportPromise(tx, actor, params.promiseId, body));
      return reply.code(204).send(null);
    },
  );
};
