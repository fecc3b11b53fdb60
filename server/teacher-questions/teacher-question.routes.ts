import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Db } from "#server/database/connect.ts";
import { StudentParams } from "#server/goals/goal.contract.ts";
import { Nothing } from "#server/http/shapes.contract.ts";
import { answerQuestion } from "./answer-question.ts";
import {
  TeacherAnswer,
  TeacherQuestionParams,
  TeacherQuestions,
  Teachers,
} from "./teacher-question.contract.ts";
import { listTeacherQuestions, listTeachers } from "./teacher-question.queries.ts";

/** What conferences ask subject teachers. */
export const teacherQuestionRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    "/teacher-questions",
    { config: { access: "staff" }, schema: { response: { 200: TeacherQuestions } } },
    async ({ actor }) => ({ questions: await listTeacherQuestions(db, actor) }),
  );

  app.put(
    "/teacher-questions/:questionId/answer",
    {
      config: { access: "teacher-question.answer" },
      schema: { params: TeacherQuestionParams, body: TeacherAnswer, response: { 204: Nothing } },
    },
    async ({ actor, params, body }, reply) => {
      await db.transaction().execute((tx) => answerQuestion(tx, actor, params.questionId, body));
      return await reply.code(204).send(null);
    },
  );

  app.get(
    "/students/:studentId/teachers",
    {
      config: { access: "student.guide" },
      schema: { params: StudentParams, response: { 200: Teachers } },
    },
    async ({ actor, params }) => ({ teachers: await listTeachers(db, actor, params.studentId) }),
  );
};
