import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { PresentationParams, StageParams } from "../presentations/presentation.contract.ts";
import { restoreItem, withdrawItem } from "./withdraw-item.ts";
import { restorePresentation, withdrawPresentation } from "./withdraw-presentation.ts";
import { ShownItemParams, ShownParts, Withdrawal } from "./withdrawal.contract.ts";
import { listShownParts } from "./withdrawal.queries.ts";

/** What was shown in a conference, and hiding all or something of it. */
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

  app.post(
    "/presentation-items/:itemId/restore",
    {
      config: { access: "presentation.withdraw" },
      schema: { params: ShownItemParams, body: Withdrawal, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => restoreItem(tx, actor, params.itemId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/presentations/:presentationId/withdraw",
    {
      config: { access: "presentation.withdraw-whole" },
      schema: { params: PresentationParams, body: Withdrawal, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => withdrawPresentation(tx, actor, params.presentationId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/presentations/:presentationId/restore",
    {
      config: { access: "presentation.withdraw-whole" },
      schema: { params: PresentationParams, body: Withdrawal, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => restorePresentation(tx, actor, params.presentationId, body));
      return reply.code(204).send(null);
    },
  );
};
