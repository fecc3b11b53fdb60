import type {
  AddedVersion,
  NewVersion,
  NewWorkSample,
  Shelf,
  ShelfQuery,
  WorkSample,
  WorkSampleEdit,
} from "#server/work-samples/work-sample.contract.ts";
import { del, get, patch, post } from "../api/client.ts";

export type {
  AddedVersion,
  NewVersion,
  NewWorkSample,
  Shelf,
  ShelfQuery,
  Subject,
  WorkSample,
  WorkSampleEdit,
  WorkSampleOnShelf,
} from "#server/work-samples/work-sample.contract.ts";
export type { Stage, WorkVersion } from "#server/work-samples/work-version.contract.ts";

/** A page of a shelf, newest first; `after` is the `next` of the page before. */
export const listWorkSamples = (studentId: string, query: ShelfQuery = {}) => {
  const wanted = Object.entries(query).filter(([, value]) => value !== "");
  const search = new URLSearchParams(wanted as [string, string][]).toString();
  return get<Shelf>(`/api/students/${studentId}/work-samples${search && `?${search}`}`);
};
export const readWorkSample = (id: string) => get<WorkSample>(`/api/work-samples/${id}`);
export const addWorkSample = (piece: NewWorkSample) => post<AddedVersion>("/api/work-samples", piece);
export const addVersion = (id: string, version: NewVersion) =>
  post<AddedVersion>(`/api/work-samples/${id}/versions`, version);
export const editWorkSample = (id: string, edit: WorkSampleEdit) =>
  patch<void>(`/api/work-samples/${id}`, edit);
export const archiveWorkSample = (id: string) => del<void>(`/api/work-samples/${id}`);
