import type {
  DefinitionChange,
  DefinitionSaved,
  NewRecordTemplate,
  PreviewQuery,
  RecordTemplate,
  RecordTemplates,
} from "#server/record-templates/record-template.contract.ts";
import type { RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";

export type {
  Labels,
  OwnField,
  TemplateDefinition,
  TemplateField,
  TemplateProblem,
  TemplateSection,
  UsualField,
} from "#server/record-templates/definition/definition.contract.ts";
export type {
  FormField,
  FormSection,
  RecordForm,
} from "#server/record-templates/definition/record-form.contract.ts";
export type {
  RecordTemplate,
  RecordTemplateListed,
  UsualSectionFacts,
} from "#server/record-templates/record-template.contract.ts";

const one = (templateId: string) => `/api/record-templates/${templateId}`;
const ofSchool = (schoolId: string) => `/api/schools/${schoolId}/record-templates`;

export const listRecordTemplates = (schoolId: string) => get<RecordTemplates>(ofSchool(schoolId));
export const makeRecordTemplate = (schoolId: string, made: NewRecordTemplate) =>
  post<{ id: string }>(ofSchool(schoolId), made);
export const openRecordTemplate = (templateId: string) => get<RecordTemplate>(one(templateId));
export const saveDefinition = (templateId: string, change: DefinitionChange) =>
  put<DefinitionSaved>(`${one(templateId)}/definition`, change);
/** What a record of a student of this grade would ask for, as the form stands now. */
export const formForGrade = (templateId: string, grade: string) =>
  get<RecordForm>(`${one(templateId)}/form?grade=${grade}`);
export const renameRecordTemplate = (templateId: string, base: string, value: string) =>
  patch<void>(`${one(templateId)}/name`, { base, value });
export const publishRecordTemplate = (templateId: string, revision: number) =>
  post<{ version: number }>(`${one(templateId)}/versions`, { revision });
export const retireRecordTemplate = (templateId: string) => post<void>(`${one(templateId)}/retirement`);
export const reviveRecordTemplate = (templateId: string) => del<void>(`${one(templateId)}/retirement`);
export const removeRecordTemplate = (templateId: string) => del<void>(one(templateId));
/** Where the form is to be seen as a PDF. */
export const previewAddress = (templateId: string, asked: PreviewQuery): string =>
  `${one(templateId)}/preview.pdf?${new URLSearchParams(asked as Record<string, string>).toString()}`;
