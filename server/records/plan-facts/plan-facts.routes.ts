import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { AccessLog } from "#server/access/access-log.ts";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { disposition } from "#server/files/send-file.ts";
import { SeasonParams } from "#server/seasons/season.contract.ts";
import { listPlanFacts, type PlanFacts } from "./plan-facts.queries.ts";
import { writePlanFacts } from "./write-plan-facts.ts";

/** What a state asks about a season's conferences, as a table. */
export const planFactsRoutes: FastifyPluginAsyncTypebox<{ db: Db; accessLog: AccessLog }> = async (
  app,
  { db, accessLog },
) => {
  app.get(
    "/seasons/:seasonId/plan-facts.csv",
    { config: { access: "season.change" }, schema: { params: SeasonParams } },
    async ({ actor, params }, reply) => {
      const { season, facts } = await listPlanFacts(db, actor, params.seasonId);
      for (const each of facts) noteRead(accessLog, actor, each);
      return reply
        .type("text/csv; charset=utf-8; header=present")
        .header("content-disposition", disposition("attachment", `${season}, plan facts.csv`))
        .header("x-content-type-options", "nosniff")
        .header("cache-control", "private, no-store")
        .send(writePlanFacts(facts));
    },
  );
};

/** Like the page it stands on; that nothing is arranged yet is no secret of hers, as in the list of who is ready. */
function noteRead(log: AccessLog, actor: Actor, { studentId, state, number }: PlanFacts): void {
  if (state !== null) log.note(actor, studentId, number === null ? "conference.read" : "record.read");
}
