import type { RehearsalList, RehearsedPart } from "#server/rehearsals/rehearsal.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type { Rehearsal, RehearsedPart } from "#server/rehearsals/rehearsal.contract.ts";

export const keepRehearsal = (parts: RehearsedPart[]) => post<{ id: string }>("/api/rehearsals", { parts });
export const listRehearsals = (studentId: string) =>
  get<RehearsalList>(`/api/students/${studentId}/rehearsals`);
export const shareRehearsal = (rehearsalId: string, base: boolean, value: boolean) =>
  patch<void>(`/api/rehearsals/${rehearsalId}`, { field: "isShared", base, value });
