import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { FieldSaved } from "#server/records/record.contract.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { InterventionParams, InterventionStep, PlanSaving, StepParams } from "./intervention.contract.ts";
import { takeStep } from "./take-step.ts";
import { dropSupport, planSupport } from "./plan-support.ts";

/** Support plans as they are written in the room. */
export const interventionRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  const path = "/records/:recordId/interventions/:interventionId";

  app.put(
    path,
    {
      config: { access: "record.finish" },
      schema: { params: InterventionParams, body: PlanSaving, response: { 200: FieldSaved } },
    },
    async ({ actor, params, body }) =>
      await db.transaction().execute((tx) => planSupport(tx, actor, params, body)),
  );

  app.post(
    "/interventions/:interventionId/steps",
    {
      config: { access: "intervention.follow" },
      schema: { params: StepParams, body: InterventionStep, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => takeStep(tx, actor, params.interventionId, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    path,
    {
      config: { access: "record.finish" },
      schema: { params: InterventionParams, response: { 200: FieldSaved } },
    },
    async ({ actor, params }) => await db.transaction().execute((tx) => dropSupport(tx, actor, params)),
  );
};
