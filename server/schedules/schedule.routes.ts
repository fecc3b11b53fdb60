import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { findTroubles } from "./find-troubles.ts";
import { readSchedule } from "./read-schedule.ts";
import {
  NewSchedule,
  Schedule,
  ScheduleParams,
  ScheduleQuery,
  SetSchedule,
  TroubleList,
} from "./schedule.contract.ts";
import { setSchedule } from "./set-schedule.ts";

/** Setting the conferences of a whole advisory. */
export const scheduleRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/advisories/:advisoryId/schedule",
    {
      config: { access: "advisory.arrange" },
      schema: { params: ScheduleParams, querystring: ScheduleQuery, response: { 200: Schedule } },
    },
    async ({ actor, params: { advisoryId }, query: { seasonId } }) =>
      await readSchedule(db, actor, { advisoryId, seasonId }),
  );

  app.post(
    "/advisories/:advisoryId/schedule/troubles",
    {
      config: { access: "advisory.arrange" },
      schema: { params: ScheduleParams, body: NewSchedule, response: { 200: TroubleList } },
    },
    async ({ actor, params, body }) => ({
      troubles: await db.transaction().execute((tx) => findTroubles(tx, actor, params.advisoryId, body)),
    }),
  );

  app.post(
    "/advisories/:advisoryId/schedule",
    {
      config: { access: "advisory.arrange" },
      schema: { params: ScheduleParams, body: NewSchedule, response: { 201: SetSchedule } },
    },
    async ({ actor, params, body }, reply) => {
      const ids = await db.transaction().execute((tx) => setSchedule(tx, actor, params.advisoryId, body));
      return reply.code(201).send({ ids });
    },
  );
};
