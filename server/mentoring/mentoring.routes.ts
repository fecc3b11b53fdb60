import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Mentees } from "./mentoring.contract.ts";
import { listMentees } from "./mentoring.queries.ts";

/** A mentor's own page. */
export const mentoringRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/mentoring",
    { config: { access: "signed-in" }, schema: { response: { 200: Mentees } } },
    async ({ actor }) => ({ students: await listMentees(db, actor) }),
  );
};
