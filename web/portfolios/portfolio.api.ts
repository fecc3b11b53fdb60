import type {
  NewHanging,
  NoteRevision,
  Placing,
  PortfolioPage,
} from "#server/portfolios/portfolio.contract.ts";
import type { StageChoice } from "#server/portfolios/stage-choices/stage-choice.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";

export type {
  HungPiece,
  NewHanging,
  Placing,
  Portfolio,
  PortfolioPage,
  PortfolioSection,
} from "#server/portfolios/portfolio.contract.ts";
export type { StageThing } from "#server/portfolios/stage-choices/stage-choice.contract.ts";
export type { ShownReflection, ShownVersion, ShownWork } from "#server/portfolios/shown.contract.ts";

export const openPortfolio = (studentId: string) =>
  get<PortfolioPage>(`/api/students/${studentId}/portfolio`);
export const hangPiece = (portfolioId: string, piece: NewHanging) =>
  post<{ id: string }>(`/api/portfolios/${portfolioId}/items`, piece);
export const chooseForStage = (portfolioId: string, choice: StageChoice) =>
  put<void>(`/api/portfolios/${portfolioId}/stage-choices`, choice);
export const movePiece = (itemId: string, place: Placing) =>
  post<void>(`/api/portfolio-items/${itemId}/move`, place);
export const notePiece = (itemId: string, revision: NoteRevision) =>
  patch<void>(`/api/portfolio-items/${itemId}`, revision);
export const takeDownPiece = (itemId: string) => del<void>(`/api/portfolio-items/${itemId}`);
