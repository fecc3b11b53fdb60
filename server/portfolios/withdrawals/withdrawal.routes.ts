import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { StageParams } from "../presentations/presentation.contract.ts";
import { withdrawItem } from "./withdraw-item.ts";
import { ShownItemParams, ShownParts, Withdrawal } from "./withdrawal.contract.ts";
import { listShownParts } from "./withdrawal.queries.ts";

/** What was shown in a conference, and hiding something of it. */
export const withdrawalRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/conferences/:conferenceId/presentations",
    {
      config: { access: "conference.shown" },
      schema: { params: StageParams, response: { 200: ShownParts } },
    },
    async ({ actor, params }) => {
      const rows = await listShownParts(db, actor, params.conferenceId);
      return { presentations: rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() })) };
    },
  );

  app.post(
    "/presentation-items/:itemId/withdraw",
    {
      config: { access: "presentation.withdraw" },
      schema: { params: ShownItemParams, body: Withdrawal, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => withdrawItem(tx, actor, params.itemId, body));
      return reply.code(204).send(null);
    },
  );
};
