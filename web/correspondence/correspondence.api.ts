import type {
  Correspondence,
  NewFamilyMessage,
  OwedAnswers,
} from "#server/correspondence/correspondence.contract.ts";
import { get, post, put } from "../api/client.ts";

export type { Correspondence, OwedAnswer, Thread } from "#server/correspondence/correspondence.contract.ts";

const lineOf = (studentId: string) => `/api/students/${studentId}/correspondence`;

export const readCorrespondence = (studentId: string) => get<Correspondence>(lineOf(studentId));
export const askAdviser = (studentId: string, message: NewFamilyMessage) =>
  post<{ id: string }>(lineOf(studentId), message);
export const answerHome = (studentId: string, householdId: string, message: NewFamilyMessage) =>
  post<{ id: string }>(`${lineOf(studentId)}/${householdId}`, message);
export const settleThread = (studentId: string, householdId: string) =>
  put<void>(`${lineOf(studentId)}/${householdId}/settled`);
export const listOwedAnswers = () => get<OwedAnswers>("/api/correspondence/owed");
