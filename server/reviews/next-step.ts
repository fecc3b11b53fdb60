import type { ChildRow } from "./child-card.queries.ts";
import type { NextStep } from "./review.contract.ts";

/** So long before it begins, coming is what counts, answered questions or not. */
const soonMs = 3 * 3_600_000;

/** The one next thing for a guardian: what lies ahead first, then what the last conference still asks of her. */
export function nextStep({ mayInspect, mayAttend, isOfAge, coming, past }: ChildRow, now: Date): NextStep {
  if (!mayInspect && !mayAttend) return isOfAge ? "passed" : "closed";
  if (coming !== null) return isAskedFirst(coming, now) ? "answer" : "come";
  if (past === null) return "wait";
  if (!past.recordReady) return "look";
  if (!past.acknowledged) return "read";
  if (past.promisesToAnswer > 0) return "promise";
  return past.noteWritten ? "done" : "note";
}

function isAskedFirst({ state, startsAt, questions }: NonNullable<ChildRow["coming"]>, now: Date): boolean {
  const isSoon = Date.parse(startsAt) - now.getTime() < soonMs;
  return state === "planned" && !isSoon && !questions.isFinished && questions.answered < 6;
}
