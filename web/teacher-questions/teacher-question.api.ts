import type {
  TeacherAnswer,
  TeacherQuestions,
  Teachers,
} from "#server/teacher-questions/teacher-question.contract.ts";
import { get, put } from "../api/client.ts";

export type { TeacherQuestion, Teachers } from "#server/teacher-questions/teacher-question.contract.ts";

export const listTeacherQuestions = () => get<TeacherQuestions>("/api/teacher-questions");
export const answerTeacherQuestion = (questionId: string, answer: TeacherAnswer) =>
  put<void>(`/api/teacher-questions/${questionId}/answer`, answer);
export const listTeachersOf = (studentId: string) => get<Teachers>(`/api/students/${studentId}/teachers`);
