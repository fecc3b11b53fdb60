import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { SchoolParams } from "#server/schools/school-file.contract.ts";
import { choosePlan, readSchoolPlans } from "./plans/choose-plan.ts";
import { PlanChange, SchoolPlans } from "./plans/school-plan.contract.ts";
import { readTranscript } from "./read-transcript.ts";
import { Transcript, TranscriptParams, Tried, WhatIf } from "./transcript.contract.ts";
import { tryCourses } from "./try-courses.ts";

/** Grades, credits and where a student stands, to read and to try out; and the plans schools choose. */
export const transcriptRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/transcript",
    {
      config: { access: "transcript.read" },
      schema: { params: TranscriptParams, response: { 200: Transcript } },
    },
    async ({ actor, params }) => await readTranscript(db, actor, params.studentId),
  );

  app.post(
    "/students/:studentId/what-if",
    {
      config: { access: "transcript.read" },
      schema: { params: TranscriptParams, body: WhatIf, response: { 200: Tried } },
    },
    async ({ actor, params, body }) => await tryCourses(db, actor, params.studentId, body),
  );

  app.get(
    "/schools/:schoolId/graduation-plans",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, response: { 200: SchoolPlans } },
    },
    async ({ actor, params }) => await readSchoolPlans(db, actor, params.schoolId),
  );

  app.patch(
    "/schools/:schoolId/graduation-plans",
    {
      config: { access: "school.administer" },
      schema: { params: SchoolParams, body: PlanChange, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => choosePlan(tx, actor, params.schoolId, body));
      return reply.code(204).send(null);
    },
  );
};
