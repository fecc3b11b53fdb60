import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { StudentParams } from "#server/people/student.contract.ts";
import { ChangeList, ChangesQuery, LookList, type Change } from "./audit.contract.ts";
import { listChanges, listLooks, listStaffChanges } from "./audit.queries.ts";

const aPage = 50;
const looksShown = 200;

/** One row more than a page was asked for, so that it is known whether there is another. */
function pageOf(rows: Change[]): ChangeList {
  const changes = rows.slice(0, aPage);
  return { changes, next: rows.length > aPage ? (changes.at(-1)?.id ?? null) : null };
}

/** What was changed about a student or the staff, and who looked. */
export const auditRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/changes",
    {
      config: { access: "audit.read" },
      schema: { params: StudentParams, querystring: ChangesQuery, response: { 200: ChangeList } },
    },
    async ({ actor, params: { studentId }, query }) => {
      const page = { before: query.before ?? null, count: aPage + 1 };
      return pageOf(await listChanges(db, actor, { studentId, ...page }));
    },
  );

  app.get(
    "/staff/changes",
    {
      config: { access: "staff.keep" },
      schema: { querystring: ChangesQuery, response: { 200: ChangeList } },
    },
    async ({ actor, query }) =>
      pageOf(await listStaffChanges(db, actor, { before: query.before ?? null, count: aPage + 1 })),
  );

  app.get(
    "/students/:studentId/reads",
    { config: { access: "audit.read" }, schema: { params: StudentParams, response: { 200: LookList } } },
    async ({ actor, params }) => ({ looks: await listLooks(db, actor, params.studentId, looksShown) }),
  );
};
