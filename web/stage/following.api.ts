import type { Followed, Heard, Step, Told } from "#server/portfolios/following/following.contract.ts";
import { post, put } from "../api/client.ts";

export type { Followed, Place, Step, Told } from "#server/portfolios/following/following.contract.ts";

/** Where a stage tells its place: of a conference, or of her own wall before one is arranged. */
export const stageOfConference = (conferenceId: string) => `/api/conferences/${conferenceId}/stage-place`;
export const stageOfPortfolio = (portfolioId: string) => `/api/portfolios/${portfolioId}/stage-place`;

export const tellPlace = (stage: string, told: Told) => put<Heard>(stage, told);
export const followStage = (stage: string, step: Step | null) => post<Followed>(`${stage}/follow`, { step });
