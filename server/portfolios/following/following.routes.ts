import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { ownedBy, presentableBy } from "#server/conferences/conference.access.ts";
import type { Db } from "#server/database/connect.ts";
import { editableBy } from "../portfolio.access.ts";
import { RehearsalParams, StageParams } from "../presentations/presentation.contract.ts";
import { followStage } from "./follow-stage.ts";
import { Followed, Following, Heard, Told } from "./following.contract.ts";
import { readStageOfConference, readStageOfPortfolio } from "./following.queries.ts";
import { tellPlace } from "./tell-place.ts";

/** The stage tells where it is, and the student's own phone follows it. */
export const followingRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.put(
    "/conferences/:conferenceId/stage-place",
    {
      config: { access: "conference.present" },
      schema: { params: StageParams, body: Told, response: { 200: Heard } },
    },
    ({ actor, params, body }) =>
      db.transaction().execute(async (tx) => {
        const stage = await readStageOfConference(tx, actor, params.conferenceId, presentableBy(actor));
        return await tellPlace(tx, actor, stage, body);
      }),
  );

  app.post(
    "/conferences/:conferenceId/stage-place/follow",
    {
      config: { access: "conference.follow" },
      schema: { params: StageParams, body: Following, response: { 200: Followed } },
    },
    ({ actor, params, body }) =>
      db.transaction().execute(async (tx) => {
        const stage = await readStageOfConference(tx, actor, params.conferenceId, ownedBy(actor));
        return await followStage(tx, actor, stage, body);
      }),
  );

  app.put(
    "/portfolios/:portfolioId/stage-place",
    {
      config: { access: "portfolio.edit" },
      schema: { params: RehearsalParams, body: Told, response: { 200: Heard } },
    },
    ({ actor, params, body }) =>
      db.transaction().execute(async (tx) => {
        const stage = await readStageOfPortfolio(tx, actor, params.portfolioId, editableBy(actor));
        return await tellPlace(tx, actor, stage, body);
      }),
  );

  app.post(
    "/portfolios/:portfolioId/stage-place/follow",
    {
      config: { access: "portfolio.edit" },
      schema: { params: RehearsalParams, body: Following, response: { 200: Followed } },
    },
    ({ actor, params, body }) =>
      db.transaction().execute(async (tx) => {
        const stage = await readStageOfPortfolio(tx, actor, params.portfolioId, editableBy(actor));
        return await followStage(tx, actor, stage, body);
      }),
  );
};
