import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { SchoolList } from "./school.contract.ts";
import { listMySchools } from "./school.queries.ts";

/** The schools somebody belongs to. */
export const schoolRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/schools/mine",
    { config: { access: "signed-in" }, schema: { response: { 200: SchoolList } } },
    async ({ actor }) => ({ schools: await listMySchools(db, actor) }),
  );
};
