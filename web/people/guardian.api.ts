import type {
  GuardianshipChange,
  HouseholdChange,
  KnownPeople,
  NewGuardianship,
} from "#server/people/guardians/guardian.contract.ts";
import type { PersonChange } from "#server/people/person.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type {
  GuardianshipChange,
  KnownPerson,
  NewGuardianship,
} from "#server/people/guardians/guardian.contract.ts";

const of = (studentId: string) => `/api/students/${studentId}/guardians`;

export const findKnownPeople = (search: string) =>
  get<KnownPeople>(`/api/known-people?${new URLSearchParams({ search }).toString()}`);
export const addGuardian = (studentId: string, given: NewGuardianship) =>
  post<{ id: string }>(of(studentId), given);
export const changeGuardianship = (studentId: string, guardianId: string, change: GuardianshipChange) =>
  patch<void>(`${of(studentId)}/${guardianId}`, change);
export const moveIntoNewHousehold = (studentId: string, guardianId: string, name: string) =>
  post<{ id: string }>(`${of(studentId)}/${guardianId}/household`, { name });
export const renameHousehold = (householdId: string, change: HouseholdChange) =>
  patch<void>(`/api/households/${householdId}`, change);
export const changeGuardian = (guardianId: string, change: PersonChange) =>
  patch<void>(`/api/guardians/${guardianId}`, change);
export const inviteGuardian = (guardianId: string) => post<void>(`/api/guardians/${guardianId}/invitation`);
