import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { NewPhrase, PhraseParams, Phrases } from "./phrase.contract.ts";
import { forgetPhrase, keepPhrase, listPhrases } from "./phrase.queries.ts";

/** An adviser's own sentences for the room. */
export const phraseRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/phrases",
    { config: { access: "staff" }, schema: { response: { 200: Phrases } } },
    async ({ actor }) => ({ phrases: await listPhrases(db, actor) }),
  );

  app.post(
    "/phrases",
    { config: { access: "staff" }, schema: { body: NewPhrase, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => keepPhrase(tx, actor, body));
      return await reply.code(201).send({ id });
    },
  );

  app.delete(
    "/phrases/:phraseId",
    { config: { access: "phrase.own" }, schema: { params: PhraseParams, response: { 204: Nothing } } },
    async ({ actor, params }, reply) => {
      await forgetPhrase(db, actor, params.phraseId);
      return await reply.code(204).send(null);
    },
  );
};
