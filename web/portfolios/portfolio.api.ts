import type {
  NewHanging,
  HangingRevision,
  Placing,
  PortfolioPage,
} from "#server/portfolios/portfolio.contract.ts";
import type { Preview } from "#server/portfolios/preview/preview.contract.ts";
import type { NewSection, SectionNaming } from "#server/portfolios/sections/section.contract.ts";
import type { StageChoice, StageMove } from "#server/portfolios/stage-choices/stage-choice.contract.ts";
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
export type { MentorPreview, Preview, PreviewItem } from "#server/portfolios/preview/preview.contract.ts";
export type { ShownReflection, ShownVersion, ShownWork } from "#server/portfolios/shown.contract.ts";

export const openPortfolio = (studentId: string) =>
  get<PortfolioPage>(`/api/students/${studentId}/portfolio`);
export const readPreview = (portfolioId: string) => get<Preview>(`/api/portfolios/${portfolioId}/preview`);
export const hangPiece = (portfolioId: string, piece: NewHanging) =>
  post<{ id: string }>(`/api/portfolios/${portfolioId}/items`, piece);
export const chooseForStage = (portfolioId: string, choice: StageChoice) =>
  put<void>(`/api/portfolios/${portfolioId}/stage-choices`, choice);
export const moveThing = (portfolioId: string, move: StageMove) =>
  post<void>(`/api/portfolios/${portfolioId}/stage-order`, move);
export const makeSection = (portfolioId: string, section: NewSection) =>
  post<{ id: string }>(`/api/portfolios/${portfolioId}/sections`, section);
export const renameSection = (sectionId: string, naming: SectionNaming) =>
  patch<void>(`/api/portfolio-sections/${sectionId}`, naming);
export const moveSection = (sectionId: string, after: string | null) =>
  post<void>(`/api/portfolio-sections/${sectionId}/move`, { after });
export const removeSection = (sectionId: string) => del<void>(`/api/portfolio-sections/${sectionId}`);
export const movePiece = (itemId: string, place: Placing) =>
  post<void>(`/api/portfolio-items/${itemId}/move`, place);
export const notePiece = (itemId: string, revision: HangingRevision) =>
  patch<void>(`/api/portfolio-items/${itemId}`, revision);
export const takeDownPiece = (itemId: string) => del<void>(`/api/portfolio-items/${itemId}`);
