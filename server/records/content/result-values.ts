import { growthOf } from "#server/assessments/growth.ts";
import type { PartValue, Row, Words } from "#server/forms/form-values.contract.ts";
import { camel, said, word } from "./phrases.ts";
import type { Core, ResultSeen, Written } from "./record-content.contract.ts";

type Section = Record<string, PartValue>;

const areas = [
  { area: "language-arts", note: "languageArtsNote", notTested: "languageArtsNotTested" },
  { area: "math", note: "mathNote", notTested: "mathNotTested" },
] as const;

/** The newest results in language arts and math, each with a plain sentence or why there is none. No percentile: it is not for paper. */
export function resultSection(core: Core, isDraft: boolean): Section {
  const tests = areas.flatMap(({ area, note, notTested }) => {
    const results = core.results.filter((one) => one.area === area && one.score !== null);
    const words = noteOf(core.fields[note], core.fields[notTested], isDraft);
    if (results.length === 0) return [{ test: word(`area.${camel(area)}`), note: words } as Row];
    return results.map((one, index) => rowOf(one, index === results.length - 1 ? words : undefined));
  });
  const norms = [...new Set(core.results.flatMap(({ normYear }) => (normYear ? [normYear] : [])))];
  const tables = [...new Set(core.results.flatMap(({ cutTable }) => cutTable ?? []))];
  const source = [
    ...(norms.length > 0 ? [word("results.norms", { year: norms.join(", ") })] : []),
    ...(tables.length > 0 ? [word("results.cutTables", { tables: tables.join(", ") })] : []),
  ];
  const own = core.fields["resultsSaid"];
  return { ...(own ? { words: { own: said(own) } } : {}), tests, ...(source.length > 0 ? { source } : {}) };
}

function noteOf(note: Written | undefined, notTested: Written | undefined, isDraft: boolean): Words | null {
  if (note) return said(note);
  if (notTested)
    return word("results.notTested", { because: { text: notTested.text, lang: notTested.language } });
  return isDraft ? null : said(null);
}

function rowOf(one: ResultSeen, note: Words | null | undefined): Row {
  const { test, area, window, score, standardError, band } = one;
  return {
    test: [word(`area.${camel(area)}`), "·", { text: test }, word(`window.${window}`)],
    score: standardError ? `${score} ± ${standardError}` : `${score}`,
    ...(band ? { band: bandWord(band) } : {}),
    ...growthCell(one),
    note: note === undefined ? { text: "–", style: "muted" } : note,
  };
}

const bands = new Set(
  "low low-average average high-average high level-1 level-2 level-3 level-4 urgent-intervention intervention on-watch at-or-above-benchmark".split(
    " ",
  ),
);

/** A band of a shipped cut table in the reader's language; another's as its test calls it. */
function bandWord(band: string): Words {
  const key = band.toLowerCase().replaceAll(" ", "-");
  return bands.has(key) ? word(`band.${key}`) : { text: band };
}

const grown = {
  "more-than-expected": { word: "results.moreThanExpected", mark: "done" },
  "as-expected": { word: "results.asExpected", mark: "done" },
  "less-than-expected": { word: "results.lessThanExpected", mark: "alert" },
} as const;

/** The same word for the same numbers as on every screen. */
function growthCell(one: ResultSeen): Row {
  const { growth, growthExpected } = one;
  if (growth === null) return {};
  const grew = `${growth > 0 ? "+" : ""}${growth}`;
  if (growthExpected === null) return { growth: grew };
  const is = growthOf(one);
  if (is === "not-measured" || is === "not-tested") return { growth: grew };
  return { growth: [`${grew} (${growthExpected})`, grown[is]] };
}

/** Each thing to plan for with its support plan, or why there is none. */
export function supportSection({ needs, supportPlans }: Core): Section {
  const what = new Map(
    needs.map(({ id, columns, language }) => [id, { text: columns["what"] ?? "", language }]),
  );
  const plans = supportPlans.map((plan): Row => {
    const about = what.get(plan.id);
    return {
      need: about?.text
        ? [word(`need.${camel(plan.need)}`), "·", { text: about.text, lang: about.language }]
        : word(`need.${camel(plan.need)}`),
      what: plan.provider
        ? [{ text: plan.action }, "·", { text: plan.provider }]
        : { text: plan.action || "–" },
      ...startOf(plan),
      ...(plan.measure ? { measure: { text: plan.measure } } : {}),
      ...(plan.reviewOn ? { review: { day: plan.reviewOn, as: "short" } } : {}),
    };
  });
  const without = needs.filter(({ id }) => !supportPlans.some((plan) => plan.id === id));
  const because = without.flatMap(({ columns, language }) =>
    [columns["what"], columns["noneBecause"]].flatMap((text) => (text ? [{ text, lang: language }] : [])),
  );
  return { plans, ...(because.length > 0 ? { without: { because } } : {}) };
}

function startOf({ startsOn, frequency }: Core["supportPlans"][number]): Row {
  const starts: Words = [
    ...(startsOn ? [{ day: startsOn, as: "short" as const }] : []),
    ...(frequency ? [{ text: frequency }] : []),
  ];
  return starts.length > 0 ? { starts } : {};
}
