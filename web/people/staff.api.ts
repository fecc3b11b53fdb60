import type { PersonChange } from "#server/people/person.contract.ts";
import type { NewColleague, NewRole, RoleChange, StaffList } from "#server/people/staff/staff.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type { Colleague, NewColleague, NewRole, RoleHeld } from "#server/people/staff/staff.contract.ts";

const one = (colleagueId: string) => `/api/staff/${colleagueId}`;

export const listStaff = () => get<StaffList>("/api/staff");
export const addColleague = (given: NewColleague) => post<{ id: string }>("/api/staff", given);
export const changeColleague = (colleagueId: string, change: PersonChange) =>
  patch<void>(one(colleagueId), change);
export const giveRole = (colleagueId: string, role: NewRole) =>
  post<{ id: string }>(`${one(colleagueId)}/roles`, role);
export const endRole = (colleagueId: string, roleId: string, change: RoleChange) =>
  patch<void>(`${one(colleagueId)}/roles/${roleId}`, change);
export const inviteColleague = (colleagueId: string) => post<void>(`${one(colleagueId)}/invitation`);
