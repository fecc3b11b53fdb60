import type { SeasonReadiness } from "#server/readiness/readiness.contract.ts";
import type { SchoolList } from "#server/schools/school.contract.ts";
import type { NewSeason, SeasonChange, SeasonList, SeasonPage } from "#server/seasons/season.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type { ReadyStudent, SeasonReadiness } from "#server/readiness/readiness.contract.ts";
export type {
  NewSeason,
  Season,
  SeasonChange,
  SeasonPage,
  SeasonSettings,
  SeasonState,
} from "#server/seasons/season.contract.ts";

/** Whom the list of who is ready shows. */
export type ReadyFilter = {
  advisory?: string;
  grade?: string;
  only?: "not-ready" | "no-time";
  after?: string;
};

export const listSeasons = () => get<SeasonList>("/api/seasons");
export const listMySchools = () => get<SchoolList>("/api/schools/mine");
export const readSeason = (seasonId: string) => get<SeasonPage>(`/api/seasons/${seasonId}`);
export const createSeason = (given: NewSeason) => post<{ id: string }>("/api/seasons", given);
export const changeSeason = (seasonId: string, change: SeasonChange) =>
  patch<void>(`/api/seasons/${seasonId}`, change);
export const readSeasonReadiness = (seasonId: string, filter: ReadyFilter = {}) =>
  get<SeasonReadiness>(`/api/seasons/${seasonId}/readiness?${new URLSearchParams(filter).toString()}`);
