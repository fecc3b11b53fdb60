import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { RecordParams } from "../record.contract.ts";
import { eraseRecord } from "./erase-record.ts";
import { Erasure, Tombstone } from "./erasure.contract.ts";
import { readTombstone } from "./read-tombstone.ts";

/** A record's end: its content destroyed, and what stays of it. */
export const erasureRoutes: FastifyPluginAsyncTypebox<{ db: Db; files: Storage }> = async (
  app,
  { db, files },
) => {
  app.post(
    "/records/:recordId/erasure",
    {
      config: { access: "record.erase" },
      schema: { params: RecordParams, body: Erasure, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      const keys = await db.transaction().execute((tx) => eraseRecord(tx, actor, params.recordId, body));
      for (const key of keys) await files.delete(key);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/records/:recordId/tombstone",
    {
      config: { access: "record.tombstone" },
      schema: { params: RecordParams, response: { 200: Tombstone } },
    },
    async ({ actor, params }) => await readTombstone(db, actor, params.recordId),
  );
};
