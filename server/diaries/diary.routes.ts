import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import type { Db } from "#server/database/connect.ts";
import { writeCalendarFile } from "./calendar-file.ts";
import { RecordParams } from "#server/records/record.contract.ts";
import { writeCheckInFile } from "./check-in-file.ts";
import { CalendarParams, Evening, EveningParams } from "./diary.contract.ts";
import { listEvening } from "./evening.queries.ts";

/** The list of a day, and a conference for one's own calendar. */
export const diaryRoutes: FastifyPluginAsyncTypebox<{ db: Db; baseUrl: string }> = async (
  app,
  { db, baseUrl },
) => {
  app.get(
    "/evenings/:day",
    { config: { access: "staff" }, schema: { params: EveningParams, response: { 200: Evening } } },
    async ({ actor, params }) => ({
      day: params.day,
      conferences: await listEvening(db, actor, params.day),
    }),
  );

  app.get(
    "/records/:recordId/check-in",
    {
      config: { access: "record.read" },
      schema: { params: RecordParams, response: { 200: Type.String() } },
    },
    async ({ actor, params }, reply) => {
      const file = await writeCheckInFile(db, actor, params.recordId, `${baseUrl}/`);
      return reply
        .type("text/calendar; charset=utf-8")
        .header("content-disposition", 'attachment; filename="check-in.ics"')
        .send(file);
    },
  );

  app.get(
    "/conferences/:conferenceId/calendar",
    {
      config: { access: "conference.read" },
      schema: { params: CalendarParams, response: { 200: Type.String() } },
    },
    async ({ actor, params }, reply) => {
      const { conferenceId } = params;
      const file = await writeCalendarFile(db, actor, conferenceId, `${baseUrl}/conferences/${conferenceId}`);
      return reply
        .type("text/calendar; charset=utf-8")
        .header("content-disposition", 'attachment; filename="conference.ics"')
        .send(file);
    },
  );
};
