import type { Readiness } from "./readiness.contract.ts";

/** What the tables say about one student and season. */
export interface Counts {
  /** How many pieces the season asks for. */
  readonly wanted: number;
  readonly chosen: number;
  readonly reflected: number;
  readonly newGoals: number;
  readonly promisedGoals: number;
  readonly lastGoals: number;
  readonly lookedBack: number;
  readonly results: number;
  readonly rehearsals: number;
  readonly statements: number;
}

const areasTested = 2;
const statementsWanted = 2;

/** Turns counts into marks; more than enough is still enough. */
export function readinessFrom(counts: Counts): Readiness {
  return {
    work: { done: Math.min(counts.chosen, counts.wanted), total: counts.wanted },
    reflections: { done: counts.reflected, total: Math.max(counts.chosen, 1) },
    lastGoals: { done: counts.lookedBack, total: counts.lastGoals },
    newGoals: { done: counts.promisedGoals, total: Math.max(counts.newGoals, 1) },
    statements: { done: counts.statements, total: statementsWanted },
    results: { done: Math.min(counts.results, areasTested), total: areasTested },
    rehearsed: { done: Math.min(counts.rehearsals, 1), total: 1 },
  };
}

/**
 * Whether nothing of what the season asks for is left to do; what there is nothing of to do counts as done.
 * Rehearsing and words about herself help a student: they do not keep her conference waiting.
 */
export const isReady = ({ work, reflections, lastGoals, newGoals, results }: Readiness): boolean =>
  [work, reflections, lastGoals, newGoals, results].every(({ done, total }) => done >= total);
