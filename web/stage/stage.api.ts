import type {
  EndedPresentation,
  Presentation,
  Stage,
  StageItem,
  StartedPresentation,
  UnplannedPiece,
} from "#server/portfolios/presentations/presentation.contract.ts";
import { get, post } from "../api/client.ts";

export type {
  Presentation,
  PresentedItem,
  Stage,
  StageItem,
  StartedPresentation,
} from "#server/portfolios/presentations/presentation.contract.ts";
export type {
  Shown,
  ShownCredits,
  ShownGoal,
  ShownGrades,
  ShownPromise,
  ShownResult,
  ShownSitting,
  ShownStrengths,
  ShownThought,
  ShownVersion,
  ShownWork,
} from "#server/portfolios/shown.contract.ts";

export const openStage = (conferenceId: string) => get<Stage>(`/api/conferences/${conferenceId}/stage`);
export const openRehearsal = (portfolioId: string) => get<Stage>(`/api/portfolios/${portfolioId}/rehearsal`);
export const startPresentation = (conferenceId: string, withNumbers: boolean) =>
  post<StartedPresentation>(`/api/conferences/${conferenceId}/presentations`, { withNumbers });
export const showUnplanned = (presentationId: string, piece: UnplannedPiece) =>
  post<StageItem>(`/api/presentations/${presentationId}/items`, piece);
export const endPresentation = (presentationId: string) =>
  post<EndedPresentation>(`/api/presentations/${presentationId}/end`);
export const undoPresentation = (presentationId: string) =>
  post<void>(`/api/presentations/${presentationId}/undo`);
export const readPresentation = (presentationId: string) =>
  get<Presentation>(`/api/presentations/${presentationId}`);
