import type {
  Checklist,
  NewSchool,
  NewSchoolYear,
  SchoolChange,
  SchoolFiles,
  SchoolYearChange,
} from "#server/schools/school-file.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type {
  Checklist,
  ChecklistStep,
  SchoolChange,
  SchoolFile,
  SchoolYear,
  SchoolYearChange,
} from "#server/schools/school-file.contract.ts";

const one = (schoolId: string) => `/api/schools/${schoolId}`;

export const listSchoolFiles = () => get<SchoolFiles>("/api/schools");
export const openSchool = (given: NewSchool) => post<{ id: string }>("/api/schools", given);
export const readChecklist = (schoolId: string) => get<Checklist>(`${one(schoolId)}/checklist`);
export const changeSchool = (schoolId: string, change: SchoolChange) => patch<void>(one(schoolId), change);
export const openSchoolYear = (schoolId: string, given: NewSchoolYear) =>
  post<{ id: string }>(`${one(schoolId)}/years`, given);
export const changeSchoolYear = (schoolYearId: string, change: SchoolYearChange) =>
  patch<void>(`/api/school-years/${schoolYearId}`, change);
