import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { FollowUp, Owed } from "./follow-up.contract.ts";
import { readFollowUp } from "./follow-up.queries.ts";
import { listOwed } from "./owed.queries.ts";

/** What is still to be done after conferences. */
export const followUpRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/follow-up",
    { config: { access: "staff" }, schema: { response: { 200: FollowUp } } },
    async ({ actor }) => await readFollowUp(db, actor),
  );

  app.get(
    "/owed",
    { config: { access: "staff" }, schema: { response: { 200: Owed } } },
    async ({ actor }) => await listOwed(db, actor),
  );
};
