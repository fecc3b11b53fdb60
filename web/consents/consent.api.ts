import type { ConsentChange, Consents } from "#server/consents/consent.contract.ts";
import { get, patch, put } from "../api/client.ts";

export type { Consent, ConsentChange, Consents } from "#server/consents/consent.contract.ts";

export const readConsents = (studentId: string) => get<Consents>(`/api/students/${studentId}/consents`);
export const decideConsent = (studentId: string, personId: string, change: ConsentChange) =>
  patch<void>(`/api/students/${studentId}/consents/${personId}`, change);
export const askConsent = (studentId: string) => put<void>(`/api/students/${studentId}/consents/request`);
