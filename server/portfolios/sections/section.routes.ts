import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { PortfolioParams } from "../portfolio.contract.ts";
import { makeSection, moveSection, removeSection, renameSection } from "./change-sections.ts";
import { NewSection, SectionNaming, SectionParams, SectionPlacing } from "./section.contract.ts";

/** Sections a student makes beside those of the agenda. */
export const sectionRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.post(
    "/portfolios/:portfolioId/sections",
    {
      config: { access: "portfolio.edit" },
      schema: { params: PortfolioParams, body: NewSection, response: { 201: Made } },
    },
    async ({ actor, params, body }, reply) => {
      const id = await db.transaction().execute((tx) => makeSection(tx, actor, params.portfolioId, body));
      return reply.code(201).send({ id });
    },
  );

  app.patch(
    "/portfolio-sections/:sectionId",
    {
      config: { access: "portfolio.edit-section" },
      schema: { params: SectionParams, body: SectionNaming, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => renameSection(tx, actor, params.sectionId, body));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/portfolio-sections/:sectionId/move",
    {
      config: { access: "portfolio.edit-section" },
      schema: { params: SectionParams, body: SectionPlacing, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => moveSection(tx, actor, params.sectionId, body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/portfolio-sections/:sectionId",
    {
      config: { access: "portfolio.edit-section" },
      schema: { params: SectionParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => removeSection(tx, actor, params.sectionId));
      return reply.code(204).send(null);
    },
  );
};
