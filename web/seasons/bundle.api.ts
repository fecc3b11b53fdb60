import type { BundleAsked, SeasonRecords } from "#server/records/bundles/bundle.contract.ts";
import { get, post } from "../api/client.ts";

export type { Bundle, BundleAsked, SeasonRecords } from "#server/records/bundles/bundle.contract.ts";

export const readSeasonRecords = (seasonId: string) => get<SeasonRecords>(`/api/seasons/${seasonId}/records`);
export const askForBundle = (seasonId: string, asked: BundleAsked) =>
  post<{ id: string }>(`/api/seasons/${seasonId}/records/bundles`, asked);
export const bundleAddress = (bundleId: string) => `/api/bundles/${bundleId}/file`;
export const planFactsAddress = (seasonId: string) => `/api/seasons/${seasonId}/plan-facts.csv`;
