import type { Preparation, PreparationRevision } from "#server/preparation/preparation.contract.ts";
import { get, patch } from "../api/client.ts";

export type { Preparation, PreparationField } from "#server/preparation/preparation.contract.ts";

export const readPreparation = (studentId: string) =>
  get<Preparation>(`/api/students/${studentId}/preparation`);
export const writePreparation = (studentId: string, revision: PreparationRevision) =>
  patch<void>(`/api/students/${studentId}/preparation`, revision);
