import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { answerPrompt } from "./answer-prompt.ts";
import { helpIn, isAsked, readPrompts } from "./prompts.ts";
import { findGrade } from "./reflection.queries.ts";
import { Prompts, Reflection, ReflectionAnswer, ReflectionParams } from "./reflection.contract.ts";

/** Questions about work, and what students answer. */
export const reflectionRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  const prompts = readPrompts();

  app.get(
    "/prompts",
    { config: { access: "signed-in" }, schema: { response: { 200: Prompts } } },
    async ({ actor }) => ({ ...prompts, help: helpIn(await findGrade(db, actor)) }),
  );

  app.put(
    "/work-samples/:workSampleId/reflections/:prompt",
    {
      config: { access: "work-sample.edit" },
      schema: { params: ReflectionParams, body: ReflectionAnswer, response: { 200: Reflection } },
    },
    async ({ actor, params, body }) => {
      if (!isAsked(prompts, params.prompt)) throw new NotFound("question");
      return await db.transaction().execute((tx) => answerPrompt(tx, actor, params, body));
    },
  );
};
