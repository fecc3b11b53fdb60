import { guides, staff } from "../groups.ts";
import type { Row } from "../row.ts";

/** What conferences ask subject teachers. */
export const teacherQuestionRows: Row[] = [
  {
    route: "GET /api/teacher-questions",
    may: staff,
    shows: { text: "Secret of the question to a teacher", to: [...guides, "subject teacher"] },
  },
  {
    route: "PUT /api/teacher-questions/:questionId/answer",
    may: ["subject teacher"],
    asks: (_, { questionId }) => ({
      params: { questionId },
      body: { answer: "Yes, until Friday.", language: "en" },
    }),
  },
  {
    route: "GET /api/students/:studentId/teachers",
    may: guides,
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
];
