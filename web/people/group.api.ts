import type {
  AdviserChange,
  AdvisoryChange,
  Group,
  GroupList,
  NewAdviser,
  NewAdvisory,
} from "#server/people/advisories/group.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type {
  AdvisoryChange,
  Group,
  GroupAdviser,
  NewAdviser,
} from "#server/people/advisories/group.contract.ts";

const one = (advisoryId: string) => `/api/advisories/${advisoryId}`;

export const listGroups = () => get<GroupList>("/api/advisories");
export const readGroup = (advisoryId: string) => get<Group>(one(advisoryId));
export const formAdvisory = (given: NewAdvisory) => post<{ id: string }>("/api/advisories", given);
export const changeAdvisory = (advisoryId: string, change: AdvisoryChange) =>
  patch<void>(one(advisoryId), change);
export const leadAdvisory = (advisoryId: string, given: NewAdviser) =>
  post<void>(`${one(advisoryId)}/advisers`, given);
export const endLeading = (advisoryId: string, personId: string, change: AdviserChange) =>
  patch<void>(`${one(advisoryId)}/advisers/${personId}`, change);
