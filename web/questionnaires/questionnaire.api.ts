import type {
  AnswerChange,
  FamilyAnswers,
  Question,
  Questionnaire,
} from "#server/questionnaires/questionnaire.contract.ts";
import { get, patch, put } from "../api/client.ts";

export type {
  AnswerChange,
  Audience,
  FamilyAnswers,
  Question,
  Questionnaire,
  UsualQuestion,
} from "#server/questionnaires/questionnaire.contract.ts";

export const readQuestionnaire = (conferenceId: string) =>
  get<Questionnaire>(`/api/conferences/${conferenceId}/questions`);
export const saveAnswer = (conferenceId: string, question: Question, change: AnswerChange) =>
  patch<void>(`/api/conferences/${conferenceId}/questions/${question}`, change);
export const finishQuestions = (conferenceId: string) =>
  put<void>(`/api/conferences/${conferenceId}/questions/finished`);
export const readFamilyAnswers = (conferenceId: string) =>
  get<FamilyAnswers>(`/api/conferences/${conferenceId}/family-answers`);
