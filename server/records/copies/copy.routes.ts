import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { CopyParams, CopyReply } from "./copy.contract.ts";
import { findCopy } from "./find-copy.ts";

/** Whether a file is a copy a school gave out; for anyone who holds one. */
export const copyRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/copies/:sha256",
    { config: { access: "public" }, schema: { params: CopyParams, response: { 200: CopyReply } } },
    async ({ params }) => await findCopy(db, params.sha256),
  );
};
