import type {
  FormTried,
  MappingChange,
  SchoolForm,
  SchoolForms,
} from "#server/school-forms/school-form.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";
import { upload } from "../api/upload.ts";

export type {
  FieldMapping,
  FormSlot,
  FormTried,
  SchoolForm,
  SchoolFormField,
  SchoolFormListed,
} from "#server/school-forms/school-form.contract.ts";

const one = (formId: string) => `/api/school-forms/${formId}`;

export const listSchoolForms = (schoolId: string) => get<SchoolForms>(`/api/schools/${schoolId}/forms`);
export const addSchoolForm = (schoolId: string, pdf: File) =>
  upload<{ id: string }>(`/api/schools/${schoolId}/forms`, pdf).done;
export const readSchoolForm = (formId: string) => get<SchoolForm>(one(formId));
export const saveMapping = (formId: string, change: MappingChange) =>
  put<{ revision: number }>(`${one(formId)}/mapping`, change);
/** Places fields on a PDF without any; the server says what is wrong with the file. */
export const placeBoxes = (formId: string, boxes: unknown) => put<void>(`${one(formId)}/boxes`, boxes);
export const renameSchoolForm = (formId: string, base: string, value: string) =>
  patch<void>(`${one(formId)}/name`, { base, value });
export const trySchoolForm = (formId: string) => get<FormTried>(`${one(formId)}/trial`);
export const useSchoolForm = (formId: string) => post<void>(`${one(formId)}/use`);
export const retireSchoolForm = (formId: string) => post<void>(`${one(formId)}/retirement`);
export const copySchoolForm = (formId: string) => post<{ id: string }>(`${one(formId)}/copies`);
export const removeSchoolForm = (formId: string) => del<void>(one(formId));
export const pagePicture = (formId: string, page: number) => `${one(formId)}/pages/${page}`;
export const trialAddress = (formId: string) => `${one(formId)}/trial.pdf`;
