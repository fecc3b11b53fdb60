import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { GoalParams, PromiseParams, StudentParams } from "../goal.contract.ts";
import { carryGoal } from "./carry-goal.ts";
import { checkIn } from "./check-in.ts";
import { nameOwner } from "./name-owner.ts";
import { readThread } from "./read-thread.ts";
import { Colleagues, GoalThread, NewCheckIn, OwnerChange } from "./thread.contract.ts";
import { listColleagues } from "./thread.queries.ts";

/** Goals from season to season: looked at in between, carried on, and the school's promises with somebody who keeps them. */
export const goalThreadRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/goal-thread",
    { config: { access: "goal.list" }, schema: { params: StudentParams, response: { 200: GoalThread } } },
    ({ actor, params }) => readThread(db, actor, params.studentId),
  );

  app.post(
    "/goals/:goalId/check-ins",
    {
      config: { access: "goal.revise" },
      schema: { params: GoalParams, body: NewCheckIn, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => checkIn(tx, actor, params.goalId, body));
      return reply.code(201).send({ id });
    },
  );

  app.post(
    "/goals/:goalId/carry",
    { config: { access: "goal.revise" }, schema: { params: GoalParams, response: { 201: Made } } },
    async ({ actor, params }, reply) => {
      const id = await db.transaction().execute((tx) => carryGoal(tx, actor, params.goalId));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/students/:studentId/colleagues",
    {
      config: { access: "goal.colleagues" },
      schema: { params: StudentParams, response: { 200: Colleagues } },
    },
    async ({ actor, params }) => ({ colleagues: await listColleagues(db, actor, params.studentId) }),
  );

  app.put(
    "/promises/:promiseId/owner",
    {
      config: { access: "promise.own" },
      schema: { params: PromiseParams, body: OwnerChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => nameOwner(tx, actor, params.promiseId, body));
      return reply.code(204).send(null);
    },
  );
};
