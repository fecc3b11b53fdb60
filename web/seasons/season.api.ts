import type { SchoolList } from "#server/schools/school.contract.ts";
import type { SeasonList } from "#server/seasons/season.contract.ts";
import { get } from "../api/client.ts";

export type { Season } from "#server/seasons/season.contract.ts";

export const listSeasons = () => get<SeasonList>("/api/seasons");
export const listMySchools = () => get<SchoolList>("/api/schools/mine");
