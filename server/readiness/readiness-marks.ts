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
  /** Areas tested this year. */
  readonly results: number;
  /** One where she said what they tell her. */
  readonly resultsSaid: number;
  readonly rehearsals: number;
  readonly statements: number;
}

const statementsWanted = 2;

/** Turns counts into marks; more than enough is still enough. */
export function readinessFrom(counts: Counts): Readiness {
  return {
    work: { done: Math.min(counts.chosen, counts.wanted), total: counts.wanted },
    reflections: { done: counts.reflected, total: Math.max(counts.chosen, 1) },
    lastGoals: { done: counts.lookedBack, total: counts.lastGoals },
    newGoals: { done: counts.promisedGoals, total: Math.max(counts.newGoals, 1) },
    statements: { done: counts.statements, total: statementsWanted },
    results: { done: counts.resultsSaid, total: Math.min(counts.results, 1) },
    rehearsed: { done: Math.min(counts.rehearsals, 1), total: 1 },
  };
}

/**
 * Whether nothing of what the season asks for is left to do; what there is nothing of to do counts as done.
 * Rehearsing, words about herself and about her results help a student: they do not keep her conference waiting.
 */
export const isReady = ({ work, reflections, lastGoals, newGoals }: Readiness): boolean =>
  [work, reflections, lastGoals, newGoals].every(({ done, total }) => done >= total);
