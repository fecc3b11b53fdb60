import type { Addendum, AddendumSaving } from "#server/addenda/addendum.contract.ts";
import { del, get, patch, put } from "../api/client.ts";

export type { Addendum, AddendumReader, AddendumSaving } from "#server/addenda/addendum.contract.ts";

const of = (recordId: string) => `/api/records/${recordId}/addendum`;

export const readAddendum = (recordId: string) => get<Addendum>(of(recordId));
export const saveAddendum = (recordId: string, saving: AddendumSaving) => patch<void>(of(recordId), saving);
export const nameReader = (recordId: string, personId: string) =>
  put<void>(`${of(recordId)}/readers/${personId}`);
export const unnameReader = (recordId: string, personId: string) =>
  del<void>(`${of(recordId)}/readers/${personId}`);
