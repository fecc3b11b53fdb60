import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { AccessLog } from "#server/access/access-log.ts";
import type { Db } from "#server/database/connect.ts";
import { NumbersSeen, NumbersWritten, PastedNumbers, SeenNumbers } from "./numbers.contract.ts";
import { seeNumbers } from "./see-numbers.ts";
import { writeNumbers } from "./write-numbers.ts";

/** Numbers by the table: first what it would do, then exactly that. */
export const numberRoutes: FastifyPluginAsyncTypebox<{ db: Db; accessLog: AccessLog }> = async (
  app,
  { db, accessLog },
) => {
  app.post(
    "/numbers/preview",
    {
      config: { access: "numbers.enter" },
      schema: { body: PastedNumbers, response: { 200: NumbersSeen } },
    },
    async ({ actor, body }) => {
      const { seen, studentIds } = await seeNumbers(db, actor, body);
      // The guard notes the reads of one student's addresses; this one shows old values of many.
      for (const studentId of studentIds)
        accessLog.note(actor, studentId, body.kind === "results" ? "result.list" : "transcript.read");
      return seen;
    },
  );

  app.post(
    "/numbers",
    {
      config: { access: "numbers.enter" },
      schema: { body: SeenNumbers, response: { 200: NumbersWritten } },
    },
    async ({ actor, body }) => await db.transaction().execute((tx) => writeNumbers(tx, actor, body)),
  );
};
