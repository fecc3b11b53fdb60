import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { RecordParams } from "../record.contract.ts";
import { listUntranslated } from "./list-untranslated.ts";
import { translate } from "./translate.ts";
import { Translating, Translations } from "./translation.contract.ts";

/** What people wrote, for readers of another language: what is lacking, and what a person said of it. */
export const translationRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/records/:recordId/translations",
    {
      config: { access: "record.finish" },
      schema: { params: RecordParams, response: { 200: Translations } },
    },
    async ({ actor, params }) => await listUntranslated(db, actor, params.recordId),
  );

  app.put(
    "/records/:recordId/translations",
    {
      config: { access: "record.finish" },
      schema: { params: RecordParams, body: Translating, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => translate(tx, actor, params.recordId, body));
      return reply.code(204).send(null);
    },
  );
};
