import type { ShownParts } from "#server/portfolios/withdrawals/withdrawal.contract.ts";
import { get, post } from "../api/client.ts";

export type { Hidden, WithdrawnItem } from "#server/portfolios/withdrawals/withdrawal.contract.ts";
export type { Presentation, PresentedItem } from "#server/portfolios/presentations/presentation.contract.ts";
export { readPresentation } from "../stage/stage.api.ts";

export const listShownParts = (conferenceId: string) =>
  get<ShownParts>(`/api/conferences/${conferenceId}/presentations`);
export const withdrawItem = (itemId: string, because: string) =>
  post<void>(`/api/presentation-items/${itemId}/withdraw`, { because });
export const restoreItem = (itemId: string, because: string) =>
  post<void>(`/api/presentation-items/${itemId}/restore`, { because });
export const withdrawPresentation = (presentationId: string, because: string) =>
  post<void>(`/api/presentations/${presentationId}/withdraw`, { because });
export const restorePresentation = (presentationId: string, because: string) =>
  post<void>(`/api/presentations/${presentationId}/restore`, { because });
