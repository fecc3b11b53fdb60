import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { readTranscript } from "./read-transcript.ts";
import { Transcript, TranscriptParams } from "./transcript.contract.ts";

/** Grades, credits and where a student stands, to read. */
export const transcriptRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/students/:studentId/transcript",
    {
      config: { access: "transcript.read" },
      schema: { params: TranscriptParams, response: { 200: Transcript } },
    },
    async ({ actor, params }) => await readTranscript(db, actor, params.studentId),
  );
};
