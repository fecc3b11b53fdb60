import type {
  AtHomeReply,
  ClassGuide,
  ClassGuideChange,
  GuideLanguage,
  NewResource,
  Resources,
} from "#server/at-home/at-home.contract.ts";
import { del, get, patch, post } from "../api/client.ts";

export type {
  AtHomeLine,
  AtHomePage,
  ClassGuide,
  GuideLanguage,
  Resource,
} from "#server/at-home/at-home.contract.ts";

export const readAtHome = (recordId: string) => get<AtHomeReply>(`/api/records/${recordId}/at-home`);
export const listResources = () => get<Resources>("/api/resources");
export const keepResource = (resource: NewResource) => post<{ id: string }>("/api/resources", resource);
export const forgetResource = (resourceId: string) => del<void>(`/api/resources/${resourceId}`);
export const readClassGuide = (schoolId: string) => get<ClassGuide>(`/api/schools/${schoolId}/class-guide`);
export const changeClassGuide = (schoolId: string, language: GuideLanguage, change: ClassGuideChange) =>
  patch<void>(`/api/schools/${schoolId}/class-guide/${language}`, change);
