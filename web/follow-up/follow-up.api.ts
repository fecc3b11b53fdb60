import type { FollowUp, Owed } from "#server/follow-up/follow-up.contract.ts";
import type { Colleagues, GoalThread, NewCheckIn } from "#server/goals/thread/thread.contract.ts";
import type { InterventionStep } from "#server/interventions/intervention.contract.ts";
import { get, post, put } from "../api/client.ts";

export type {
  FollowUp,
  GoalToFollow,
  Owed,
  OwedThing,
  PlanToFollow,
  PromiseToReport,
} from "#server/follow-up/follow-up.contract.ts";
export type { CheckIn, GoalThread, ThreadGoal } from "#server/goals/thread/thread.contract.ts";
export type { InterventionStep } from "#server/interventions/intervention.contract.ts";

export const readFollowUp = () => get<FollowUp>("/api/follow-up");
export const listOwed = () => get<Owed>("/api/owed");
export const readThread = (studentId: string) => get<GoalThread>(`/api/students/${studentId}/goal-thread`);
export const checkIn = (goalId: string, line: NewCheckIn) =>
  post<{ id: string }>(`/api/goals/${goalId}/check-ins`, line);
export const carryGoal = (goalId: string) => post<{ id: string }>(`/api/goals/${goalId}/carry`);
export const listColleagues = (studentId: string) => get<Colleagues>(`/api/students/${studentId}/colleagues`);
export const nameOwner = (promiseId: string, base: string | null, value: string | null) =>
  put<void>(`/api/promises/${promiseId}/owner`, { base, value });
export const takeStep = (interventionId: string, step: InterventionStep) =>
  post<void>(`/api/interventions/${interventionId}/steps`, step);
