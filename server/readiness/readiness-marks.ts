import type { Readiness } from "./readiness.contract.ts";

/** What the tables say about one student and season. */
export interface Counts {
  readonly chosen: number;
  readonly reflected: number;
  readonly newGoals: number;
  readonly promisedGoals: number;
  readonly lastGoals: number;
  readonly lookedBack: number;
  readonly results: number;
}

// Two pieces for each of the three sections; a student may hang more.
const piecesWanted = 6;
const areasTested = 2;

/** Turns counts into marks; more than enough is still enough. */
export function readinessFrom(counts: Counts): Readiness {
  return {
    work: { done: Math.min(counts.chosen, piecesWanted), total: piecesWanted },
    reflections: { done: counts.reflected, total: Math.max(counts.chosen, piecesWanted) },
    lastGoals: { done: counts.lookedBack, total: counts.lastGoals },
    newGoals: { done: counts.promisedGoals, total: Math.max(counts.newGoals, 1) },
    results: { done: Math.min(counts.results, areasTested), total: areasTested },
  };
}
