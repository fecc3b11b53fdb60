import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { PlanFacts } from "./plan-facts.queries.ts";

type Cell = string | number | null;

const yesOrNo = (fact: boolean | null): Cell => (fact === null ? null : fact ? "yes" : "no");

/** `none-yet`: nothing is arranged; `planned`: arranged, or going on now; otherwise how it ended. */
const outcomeOf = ({ state, outcome }: PlanFacts): Cell =>
  state === null ? "none-yet" : (outcome ?? "planned");

/** A meeting that was not, or broke off, has a record too; no plan was reviewed in it. */
const isReviewed = ({ state, outcome, number }: PlanFacts): Cell =>
  state === null
    ? null
    : yesOrNo(number !== null && (outcome === "held" || outcome === "held-without-family"));

/** The columns in their order, with headings in English since the table goes to the state. */
const columns: readonly (readonly [heading: string, of: (facts: PlanFacts) => Cell])[] = [
  ["School code", ({ school }) => school],
  ["Student number", ({ studentNumber }) => studentNumber],
  ["Grade", ({ grade }) => grade],
  ["Cohort year", ({ cohortYear }) => cohortYear],
  ["Advisory", ({ advisory }) => advisory],
  ["Conference on", ({ conferenceOn }) => conferenceOn],
  [
    "Conference with",
    ({ state, isApart }) => (state === null ? null : isApart ? "one household" : "everybody"),
  ],
  ["Outcome", outcomeOf],
  ["Not met because", ({ notMetBecause }) => notMetBecause],
  ["Attempts to reach the family", ({ attempts }) => attempts],
  ["Parent or guardian took part", ({ guardianCame }) => yesOrNo(guardianCame)],
  ["Took part, by relationship", ({ whoCame }) => whoCame],
  ["Mode", ({ mode }) => mode],
  ["Language of the conference", ({ language }) => language],
  ["Interpreter present", ({ interpreterCame }) => yesOrNo(interpreterCame)],
  ["Plan reviewed", isReviewed],
  ["Sealed on", ({ sealedOn }) => sealedOn],
  ["Record number", ({ number }) => number],
  ["Record version", ({ version }) => version],
  ["Family told on", ({ toldOn }) => toldOn],
  ["Family told in", ({ toldIn }) => toldIn],
  ["Copy received on", ({ receivedOn }) => receivedOn],
  ["Copies drawn in", ({ copiesIn }) => copiesIn],
  ["Interventions identified", ({ interventions }) => interventions],
  ["Kinds of intervention", ({ interventionKinds }) => interventionKinds],
  ["No intervention because", ({ noneBecause }) => noneBecause],
  ["Goals agreed", ({ goals }) => goals],
  ["Next check-in on", ({ nextCheckInOn }) => nextCheckInOn],
];

/**
 * The table as RFC 4180 wants it, marked as UTF-8 for spreadsheet programs, with no cell that one would run as a formula.
 * A stream, because a thousand lines at once would keep everybody else waiting.
 */
export const writePlanFacts = (facts: readonly PlanFacts[]): Readable =>
  Readable.from(facts.map((each) => columns.map(([, of]) => of(each)))).pipe(
    stringify({
      header: true,
      columns: columns.map(([heading]) => heading),
      record_delimiter: "windows",
      bom: true,
      escape_formulas: true,
    }),
  );
