import type { ChildRow } from "./child-card.queries.ts";
import type { NextStep } from "./review.contract.ts";

/** The one next thing for a guardian: what lies ahead first, then what the last conference still asks of her. */
export function nextStep({ mayInspect, mayAttend, isOfAge, coming, past }: ChildRow): NextStep {
  if (!mayInspect && !mayAttend) return isOfAge ? "passed" : "closed";
  if (coming !== null) return "come";
  if (past === null) return "wait";
  if (!past.recordReady) return "look";
  if (!past.acknowledged) return "read";
  if (past.promisesToAnswer > 0) return "promise";
  return past.noteWritten ? "done" : "note";
}
