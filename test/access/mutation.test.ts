import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { kinds, type Kind } from "./cast.ts";
import type { Row } from "./row.ts";
import { leaksFor, lacksFor } from "./secrets.ts";
import { setStage, type Stage } from "./stage.ts";
import { table } from "./table.ts";

let stage: Stage;
/** Which rules each row asks when somebody entitled uses it: only those rows can notice that a rule is gone. */
let asking: Map<Row, Set<string>>;
beforeAll(async () => {
  stage = await setStage();
  asking = new Map();
  for (const row of table) asking.set(row, await rulesAskedBy(row));
}, 120_000);
afterEach(() => void (globalThis.rulesReplacedByTrue = undefined));
afterAll(async () => await stage.close());

async function rulesAskedBy(row: Row): Promise<Set<string>> {
  const asked = (globalThis.rulesAsked = new Set());
  for (const kind of row.may.slice(0, 2)) await stage.play(row, kind);
  globalThis.rulesAsked = undefined;
  return asked;
}

const rowsAsking = (rule: string): Row[] => table.filter((row) => asking.get(row)?.has(rule));

/** What the matrix would say against one cell, with some rules replaced by true. */
async function complaint(row: Row, kind: Kind, replaced: string[]): Promise<string> {
  globalThis.rulesReplacedByTrue = new Set(replaced);
  const { status, text } = await stage.play(row, kind);
  if (status >= 300) return "";
  const isRead = row.route.startsWith("GET");
  const wrong = isRead ? [...leaksFor(kind, text), ...lacksFor(row, kind, text)] : [];
  return row.may.includes(kind) || row.except?.[kind] ? wrong.join() : `let in ${wrong.join()}`;
}

/** Whether some cell says something else than it does with only `others` replaced. */
async function isNoticed(rule: string, others: string[] = []): Promise<boolean> {
  for (const row of rowsAsking(rule)) {
    for (const kind of kinds) {
      const after = await complaint(row, kind, [...others, rule]);
      if (after !== "" && after !== (others.length === 0 ? "" : await complaint(row, kind, others)))
        return true;
    }
  }
  return false;
}

/** Door and row are two locks: one of them gone is noticed only where the other is open too. */
async function isNoticedBehindAnother(rule: string): Promise<boolean> {
  const others = new Set(rowsAsking(rule).flatMap((row) => [...(asking.get(row) ?? [])]));
  others.delete(rule);
  for (const other of others) if (await isNoticed(rule, [other])) return true;
  return false;
}

/** Rules that only put others together; those others are replaced, and noticed, one by one. */
const compositions = new Set([
  "server/portfolios/portfolio.access.ts#itemEditableBy",
  "server/reflections/reflection.access.ts#readableBy",
  "server/goals/goal.access.ts#withItsGoal",
  "server/records/record.access.ts#acknowledgingBy",
  "server/assessments/result.access.ts#readableBy",
  "server/transcripts/transcript.access.ts#readableBy",
  "server/portfolios/portfolio.access.ts#readableBy",
  "server/portfolios/portfolio.access.ts#sectionEditableBy",
  "server/portfolios/presentation.access.ts#itemWithdrawableBy",
  "server/portfolios/presentation.access.ts#knowsOfWithdrawalBy",
  "server/rehearsals/rehearsal.access.ts#readableBy",
]);

/** Rules no cell of the matrix can show, and where their stories are told. */
const toldElsewhere = new Set([
  // True keeps numbers back from everybody: test/portfolios/numbers-off-stage.
  "server/portfolios/presentation.access.ts#isBarredFromNumbers",
  // Decides row by row within one answer: test/numbers/pasted-table.
  "server/numbers/numbers.access.ts#writesNumbersOf",
]);

test("every rule that were true for everybody would be caught by the matrix", async () => {
  const unnoticed: string[] = [];
  for (const rule of globalThis.replaceableRules ?? []) {
    if (compositions.has(rule) || toldElsewhere.has(rule)) continue;
    if (!(await isNoticed(rule)) && !(await isNoticedBehindAnother(rule))) unnoticed.push(rule);
  }
  expect(unnoticed).toEqual([]);
}, 900_000);
