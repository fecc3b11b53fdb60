import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { kinds, type Kind } from "./cast.ts";
import type { Row } from "./row.ts";
import { leaksFor } from "./secrets.ts";
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
afterEach(() => void (globalThis.ruleReplacedByTrue = undefined));
afterAll(async () => await stage.close());

async function rulesAskedBy(row: Row): Promise<Set<string>> {
  const asked = (globalThis.rulesAsked = new Set());
  for (const kind of row.may.slice(0, 2)) await stage.play(row, kind);
  globalThis.rulesAsked = undefined;
  return asked;
}

/** What one person gets at one row that she should not: in at all, or a secret. */
async function breach(row: Row, kind: Kind): Promise<boolean> {
  const may = row.may.includes(kind);
  if (row.except?.[kind] || (may && !row.route.startsWith("GET"))) return false;
  const { status, text } = await stage.play(row, kind);
  return may ? leaksFor(kind, text).length > 0 : status < 300;
}

/** Whether some cell of the matrix notices. */
async function isNoticed(rule: string): Promise<boolean> {
  for (const row of table.filter((each) => asking.get(each)?.has(rule))) {
    for (const kind of kinds) if (await breach(row, kind)) return true;
  }
  return false;
}

test("every rule that were true for everybody would be caught by the matrix", async () => {
  const unnoticed: string[] = [];
  for (const rule of globalThis.replaceableRules ?? []) {
    globalThis.ruleReplacedByTrue = rule;
    if (!(await isNoticed(rule))) unnoticed.push(rule);
  }
  expect(unnoticed).toEqual([]);
}, 300_000);
