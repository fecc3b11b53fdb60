import type { Growth } from "./result.contract.ts";

interface Measured {
  readonly score: number | null;
  readonly standardError: number | null;
  readonly growth: number | null;
  readonly growthExpected: number | null;
}

/** Puts growth into one of five words; a difference within the test's own error is no difference. */
export function growthOf({ score, standardError, growth, growthExpected }: Measured): Growth {
  if (score === null) return "not-tested";
  if (growth === null || growthExpected === null) return "not-measured";
  const beyond = growth - growthExpected;
  if (Math.abs(beyond) <= (standardError ?? 0)) return "as-expected";
  return beyond > 0 ? "more-than-expected" : "less-than-expected";
}
