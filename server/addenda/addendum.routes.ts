import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { Addendum, AddendumParams, AddendumReaderParams, AddendumSaving } from "./addendum.contract.ts";
import { listAddendumReaders, readAddendum } from "./addendum.queries.ts";
import { nameReader, unnameReader } from "./name-reader.ts";
import { saveAddendum } from "./save-addendum.ts";

/** What staff note apart from the record, and who was named to read it. */
export const addendumRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  const path = "/records/:recordId/addendum";

  app.get(
    path,
    { config: { access: "addendum.read" }, schema: { params: AddendumParams, response: { 200: Addendum } } },
    async ({ actor, params }) => {
      const found = await readAddendum(db, actor, params.recordId);
      const readers = await listAddendumReaders(db, actor, params.recordId);
      return { ...found, savedAt: found.savedAt?.toISOString() ?? null, readers };
    },
  );

  app.patch(
    path,
    {
      config: { access: "addendum.write" },
      schema: { params: AddendumParams, body: AddendumSaving, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => saveAddendum(tx, actor, params.recordId, body));
      return reply.code(204).send(null);
    },
  );

  app.put(
    `${path}/readers/:personId`,
    {
      config: { access: "addendum.write" },
      schema: { params: AddendumReaderParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => nameReader(tx, actor, params));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    `${path}/readers/:personId`,
    {
      config: { access: "addendum.write" },
      schema: { params: AddendumReaderParams, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await db.transaction().execute((tx) => unnameReader(tx, actor, params));
      return reply.code(204).send(null);
    },
  );
};
