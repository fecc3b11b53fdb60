import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { StudentParams } from "#server/people/student.contract.ts";
import { ChangeList, ChangesQuery, LookList } from "./audit.contract.ts";
import { listChanges, listLooks } from "./audit.queries.ts";

const aPage = 50;
const looksShown = 200;

/** What was changed about a student, and who looked. */
export const auditRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/changes",
    {
      config: { access: "audit.read" },
      schema: { params: StudentParams, querystring: ChangesQuery, response: { 200: ChangeList } },
    },
    async ({ actor, params: { studentId }, query }) => {
      const rows = await listChanges(db, actor, {
        studentId,
        before: query.before ?? null,
        count: aPage + 1,
      });
      const changes = rows.slice(0, aPage);
      return { changes, next: rows.length > aPage ? (changes.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    "/students/:studentId/reads",
    { config: { access: "audit.read" }, schema: { params: StudentParams, response: { 200: LookList } } },
    async ({ actor, params }) => ({ looks: await listLooks(db, actor, params.studentId, looksShown) }),
  );
};
