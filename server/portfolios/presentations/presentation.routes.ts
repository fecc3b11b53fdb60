import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { endPresentation } from "./end-presentation.ts";
import {
  EndedPresentation,
  Presentation,
  PresentationParams,
  PresentationStart,
  RehearsalParams,
  Stage,
  StageItem,
  StageParams,
  StartedPresentation,
  UnplannedPiece,
} from "./presentation.contract.ts";
import { readPresentation } from "./read-presentation.ts";
import { readRehearsal, readStage } from "./read-stage.ts";
import { showUnplanned } from "./show-unplanned.ts";
import { startPresentation } from "./start-presentation.ts";
import { undoPresentation } from "./undo-presentation.ts";

interface Options {
  db: Db;
}

/** The stage, and what was shown on it. */
export const presentationRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db }) => {
  app.get(
    "/conferences/:conferenceId/stage",
    { config: { access: "conference.present" }, schema: { params: StageParams, response: { 200: Stage } } },
    ({ actor, params }) => readStage(db, actor, params.conferenceId),
  );

  app.get(
    "/portfolios/:portfolioId/rehearsal",
    { config: { access: "portfolio.edit" }, schema: { params: RehearsalParams, response: { 200: Stage } } },
    ({ actor, params }) => readRehearsal(db, actor, params.portfolioId),
  );

  app.post(
    "/conferences/:conferenceId/presentations",
    {
      config: { access: "conference.present" },
      schema: { params: StageParams, body: PresentationStart, response: { 201: StartedPresentation } },
    },
    async ({ actor, params, body }, reply) => {
      const started = await db
        .transaction()
        .execute((tx) => startPresentation(tx, actor, params.conferenceId, body));
      return reply.code(201).send(started);
    },
  );

  app.get(
    "/presentations/:presentationId",
    {
      config: { access: "presentation.read" },
      schema: { params: PresentationParams, response: { 200: Presentation } },
    },
    ({ actor, params }) => readPresentation(db, actor, params.presentationId),
  );

  app.post(
    "/presentations/:presentationId/items",
    {
      config: { access: "presentation.run" },
      schema: { params: PresentationParams, body: UnplannedPiece, response: { 201: StageItem } },
    },
    async ({ actor, params, body }, reply) => {
      const item = await db
        .transaction()
        .execute((tx) => showUnplanned(tx, actor, params.presentationId, body));
      return reply.code(201).send(item);
    },
  );

  app.post(
    "/presentations/:presentationId/end",
    {
      config: { access: "presentation.run" },
      schema: { params: PresentationParams, response: { 200: EndedPresentation } },
    },
    async ({ actor, params }) => ({
      digest: await db.transaction().execute((tx) => endPresentation(tx, actor, params.presentationId)),
    }),
  );

  app.post(
    "/presentations/:presentationId/undo",
    {
      config: { access: "presentation.run" },
      schema: { params: PresentationParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => undoPresentation(tx, actor, params.presentationId));
      return reply.code(204).send(null);
    },
  );
};
