import type { ChangeList, LookList } from "#server/audit/audit.contract.ts";
import { get } from "../api/client.ts";

export type { Change, ChangeList, Look } from "#server/audit/audit.contract.ts";

export const listChanges = (studentId: string, before?: string) =>
  get<ChangeList>(`/api/students/${studentId}/changes${before === undefined ? "" : `?before=${before}`}`);
export const listStaffChanges = (before?: string) =>
  get<ChangeList>(`/api/staff/changes${before === undefined ? "" : `?before=${before}`}`);
export const listLooks = (studentId: string) => get<LookList>(`/api/students/${studentId}/reads`);
