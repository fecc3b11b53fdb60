import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { sql } from "kysely";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { Problem } from "./problems.ts";

const Healthy = Type.Object({ status: Type.Literal("ok") });

/** Tells a supervisor whether the process lives, and a load balancer whether it can serve. */
export const healthRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get("/health", { config: { access: "public" }, schema: { response: { 200: Healthy } } }, async () => ({
    status: "ok" as const,
  }));

  app.get("/ready", { config: { access: "public" }, schema: { response: { 200: Healthy } } }, async () => {
    await sql`select 1`.execute(db).catch(() => {
      throw new Problem(503, "not-ready", "The database does not answer.");
    });
    return { status: "ok" as const };
  });
};
