import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { hangPiece } from "./hang-piece.ts";
import { movePiece } from "./move-piece.ts";
import { notePiece } from "./note-piece.ts";
import { openPortfolio } from "./open-portfolio.ts";
import {
  HangingRevision,
  NewHanging,
  Placing,
  PortfolioItemParams,
  PortfolioPage,
  PortfolioParams,
  PortfolioStudentParams,
} from "./portfolio.contract.ts";
import { Preview } from "./preview/preview.contract.ts";
import { readPreview } from "./preview/read-preview.ts";
import { chooseForStage } from "./stage-choices/choose-for-stage.ts";
import { moveThing } from "./stage-choices/move-thing.ts";
import { StageChoice, StageMove } from "./stage-choices/stage-choice.contract.ts";
import { takeDownPiece } from "./take-down-piece.ts";

interface Options {
  db: Db;
}

/** The wall a student hangs her work on. */
export const portfolioRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { db }) => {
  app.get(
    "/students/:studentId/portfolio",
    {
      config: { access: "portfolio.open" },
      schema: { params: PortfolioStudentParams, response: { 200: PortfolioPage } },
    },
    ({ actor, params }) => openPortfolio(db, actor, params.studentId),
  );

  app.get(
    "/portfolios/:portfolioId/preview",
    {
      config: { access: "portfolio.edit" },
      schema: { params: PortfolioParams, response: { 200: Preview } },
    },
    ({ actor, params }) => readPreview(db, actor, params.portfolioId),
  );

  app.post(
    "/portfolios/:portfolioId/items",
    {
      config: { access: "portfolio.edit" },
      schema: { params: PortfolioParams, body: NewHanging, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => hangPiece(tx, actor, params.portfolioId, body));
      return reply.code(201).send({ id });
    },
  );

  app.put(
    "/portfolios/:portfolioId/stage-choices",
    {
      config: { access: "portfolio.edit" },
      schema: { params: PortfolioParams, body: StageChoice, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => chooseForStage(tx, actor, params.portfolioId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/portfolios/:portfolioId/stage-order",
    {
      config: { access: "portfolio.edit" },
      schema: { params: PortfolioParams, body: StageMove, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => moveThing(tx, actor, params.portfolioId, body));
      return reply.code(204).send(null);
    },
  );

  app.patch(
    "/portfolio-items/:itemId",
    {
      config: { access: "portfolio.edit-item" },
      schema: { params: PortfolioItemParams, body: HangingRevision, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => notePiece(tx, actor, params.itemId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/portfolio-items/:itemId/move",
    {
      config: { access: "portfolio.edit-item" },
      schema: { params: PortfolioItemParams, body: Placing, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => movePiece(tx, actor, params.itemId, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/portfolio-items/:itemId",
    {
      config: { access: "portfolio.edit-item" },
      schema: { params: PortfolioItemParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => takeDownPiece(tx, actor, params.itemId));
      return reply.code(204).send(null);
    },
  );
};
