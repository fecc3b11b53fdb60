import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Maybe } from "#server/http/shapes.contract.ts";

/** A question a conference asked, as its teacher and those who guide the student read it. */
export const TeacherQuestion = Type.Object({
  id: Id,
  studentId: Id,
  studentName: Type.String(),
  teacherName: Type.String(),
  askedBy: Type.String(),
  askedAt: Instant,
  question: Type.String(),
  language: Type.String(),
  answer: Maybe(Type.String()),
  answerLanguage: Maybe(Type.String()),
  answeredAt: Maybe(Instant),
  /** It is this reader's to answer. */
  mayAnswer: Type.Boolean(),
});
export type TeacherQuestion = Static<typeof TeacherQuestion>;
export const TeacherQuestions = Type.Object({ questions: Type.Array(TeacherQuestion) });
export type TeacherQuestions = Static<typeof TeacherQuestions>;

export const TeacherQuestionParams = Type.Object({ questionId: Id });
export const TeacherAnswer = Body({
  answer: Type.String({ minLength: 1, maxLength: 2000, pattern: "\\S" }),
  language: LanguageTag,
});
export type TeacherAnswer = Static<typeof TeacherAnswer>;

/** Who teaches a student today, for choosing whom to ask. */
export const Teachers = Type.Object({
  teachers: Type.Array(Type.Object({ id: Id, name: Type.String(), classes: Type.Array(Type.String()) })),
});
export type Teachers = Static<typeof Teachers>;
