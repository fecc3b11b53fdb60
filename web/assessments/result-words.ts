import { hasWord, said, t } from "../words/words.svelte.ts";
import type { AssessmentResult } from "./result.api.ts";

/** A band of a shipped cut table in the reader's language; another's as its test calls it. */
export function sayBand(band: string): string {
  const key = `results.band-${band.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
  return hasWord(key) ? said(key) : band;
}

export const sayWindow = ({ window, schoolYear }: AssessmentResult): string =>
  t("results.window", { season: t(`results.${window}`), year: schoolYear });

export const looks = {
  "more-than-expected": "good",
  "as-expected": "good",
  "less-than-expected": "watch",
  "not-measured": "quiet",
  "not-tested": "quiet",
} as const;

/** One test in one area over time, oldest sitting first. */
export interface Series {
  readonly area: AssessmentResult["area"];
  readonly test: string;
  readonly sittings: readonly AssessmentResult[];
}

/** What each test says, language arts first; the tests of the newest year only, with their whole past. */
export function seriesOf(results: readonly AssessmentResult[]): Series[] {
  const newest = results
    .map(({ schoolYear }) => schoolYear)
    .sort()
    .at(-1);
  const keys = new Set(results.filter(({ schoolYear }) => schoolYear === newest).map(keyOf));
  return [...keys]
    .map((key) => results.filter((result) => keyOf(result) === key).toReversed())
    .flatMap((sittings) =>
      sittings[0] ? [{ area: sittings[0].area, test: sittings[0].test, sittings }] : [],
    )
    .sort((a, b) => a.area.localeCompare(b.area));
}

const keyOf = ({ area, test }: AssessmentResult): string => `${area} ${test}`;
