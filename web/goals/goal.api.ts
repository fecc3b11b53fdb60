import type {
  GoalRevision,
  NewGoal,
  PromiseAnswer,
  PromiseReport,
  PromiseSide,
  PromiseWriting,
  StudentGoals,
} from "#server/goals/goal.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";

export type {
  Goal,
  GoalCategory,
  GoalOutcome,
  GoalPromise,
  GoalRevision,
  NewGoal,
  PromiseKept,
  PromiseSide,
  PromiseTexts,
  PromiseWriting,
  StudentGoals,
} from "#server/goals/goal.contract.ts";

export const listGoals = (studentId: string, seasonId?: string) =>
  get<StudentGoals>(`/api/students/${studentId}/goals${seasonId ? `?season=${seasonId}` : ""}`);
export const setGoal = (goal: NewGoal) => post<{ id: string }>("/api/goals", goal);
export const reviseGoal = (goalId: string, revision: GoalRevision) =>
  patch<void>(`/api/goals/${goalId}`, revision);
export const deleteGoal = (goalId: string) => del<void>(`/api/goals/${goalId}`);
export const writePromise = (goalId: string, side: PromiseSide, writing: PromiseWriting) =>
  put<void>(`/api/goals/${goalId}/promises/${side}`, writing);
export const answerPromise = (promiseId: string, answer: PromiseAnswer["answer"]) =>
  post<void>(`/api/promises/${promiseId}/answer`, { answer });
export const reportPromise = (promiseId: string, report: PromiseReport) =>
  post<void>(`/api/promises/${promiseId}/report`, report);
