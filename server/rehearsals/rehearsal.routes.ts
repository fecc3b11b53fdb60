import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Made, Nothing } from "#server/http/shapes.contract.ts";
import { keepRehearsal } from "./keep-rehearsal.ts";
import {
  NewRehearsal,
  RehearsalList,
  RehearsalParams,
  RehearsalShare,
  RehearsalStudentParams,
} from "./rehearsal.contract.ts";
import { listRehearsals } from "./rehearsal.queries.ts";
import { shareRehearsal } from "./share-rehearsal.ts";

/** What a student keeps of her rehearsals. */
export const rehearsalRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.post(
    "/rehearsals",
    { config: { access: "student" }, schema: { body: NewRehearsal, response: { 201: Made } } },
    async ({ actor, body }, reply) => {
      const id = await db.transaction().execute((tx) => keepRehearsal(tx, actor, body));
      return reply.code(201).send({ id });
    },
  );

  app.get(
    "/students/:studentId/rehearsals",
    {
      config: { access: "rehearsal.list" },
      schema: { params: RehearsalStudentParams, response: { 200: RehearsalList } },
    },
    async ({ actor, params }) => {
      const rows = await listRehearsals(db, actor, params.studentId);
      const rehearsals = rows.map(({ parts, rehearsedAt, ...row }) => ({
        ...row,
        rehearsedAt: rehearsedAt.toISOString(),
        ...(parts === null ? {} : { parts }),
      }));
      return { rehearsals };
    },
  );

  app.patch(
    "/rehearsals/:rehearsalId",
    {
      config: { access: "rehearsal.share" },
      schema: { params: RehearsalParams, body: RehearsalShare, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => shareRehearsal(tx, actor, params.rehearsalId, body));
      return reply.code(204).send(null);
    },
  );
};
