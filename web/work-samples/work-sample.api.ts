import type {
  AddedVersion,
  NewVersion,
  NewWorkSample,
  Shelf,
  WorkSample,
  WorkSampleEdit,
} from "#server/work-samples/work-sample.contract.ts";
import { del, get, patch, post } from "../api/client.ts";

export type {
  AddedVersion,
  NewVersion,
  NewWorkSample,
  Shelf,
  Subject,
  WorkSample,
  WorkSampleEdit,
  WorkSampleOnShelf,
} from "#server/work-samples/work-sample.contract.ts";
export type { Stage, WorkVersion } from "#server/work-samples/work-version.contract.ts";

export const listWorkSamples = (studentId: string) => get<Shelf>(`/api/students/${studentId}/work-samples`);
export const readWorkSample = (id: string) => get<WorkSample>(`/api/work-samples/${id}`);
export const addWorkSample = (piece: NewWorkSample) => post<AddedVersion>("/api/work-samples", piece);
export const addVersion = (id: string, version: NewVersion) =>
  post<AddedVersion>(`/api/work-samples/${id}/versions`, version);
export const editWorkSample = (id: string, edit: WorkSampleEdit) =>
  patch<void>(`/api/work-samples/${id}`, edit);
export const archiveWorkSample = (id: string) => del<void>(`/api/work-samples/${id}`);
