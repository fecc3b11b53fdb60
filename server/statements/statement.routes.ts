import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { listAnsweredFields } from "#server/record-templates/find-form.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { StatementParams, StatementRevision, Statements } from "./statement.contract.ts";
import { listStatements, readSeasonOf } from "./statement.queries.ts";
import { writeStatement } from "./write-statement.ts";

/** What students say about themselves. */
export const statementRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/statements",
    {
      config: { access: "statement.read" },
      schema: { params: StatementParams, response: { 200: Statements } },
    },
    async ({ actor, params: { studentId } }) => {
      const { id, name, grade, mayWrite } = await readSeasonOf(db, actor, studentId);
      if (id === null || name === null)
        return { season: null, statements: [], own: [], earlier: [], mayWrite: false };
      const statements = await listStatements(db, actor, { studentId, seasonId: id });
      const written = statements.filter(({ words }) => words.trim() !== "").map(({ field }) => field);
      const asked = { seasonId: id, grade, by: "student" } as const;
      const { now: own, earlier } = await listAnsweredFields(db, actor, asked, written);
      return { season: { id, name }, statements, own, earlier, mayWrite };
    },
  );

  app.patch(
    "/students/:studentId/statements",
    {
      config: { access: "statement.write" },
      schema: { params: StatementParams, body: StatementRevision, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => writeStatement(tx, actor, params.studentId, body));
      return reply.code(204).send(null);
    },
  );
};
