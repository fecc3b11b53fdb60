import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { leaksFor, secrets } from "./secrets.ts";
import { kinds } from "./cast.ts";
import { setStage, type Stage } from "./stage.ts";
import { table } from "./table.ts";

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => void (globalThis.ruleReplacedByTrue = undefined));
afterAll(async () => await stage.close());

/** The first cell of the matrix that lets somebody in who may not, or shows her what she may not see. */
async function firstBreach(): Promise<string | null> {
  for (const row of table) {
    for (const kind of kinds) {
      if (row.except?.[kind]) continue;
      const may = row.may.includes(kind);
      if (may && !row.route.startsWith("GET")) continue;
      const { status, text } = await stage.play(row, kind);
      if (!may && status < 300) return `${kind} at ${row.route}`;
      const leak = may ? leaksFor(kind, text)[0] : undefined;
      if (leak) return `${kind} sees ${leak} at ${row.route}`;
    }
  }
  return null;
}

test("the matrix finds no breach in the rules as they are", async () => {
  expect(secrets.length).toBeGreaterThan(0);
  expect(await firstBreach()).toBeNull();
});

test("every rule that were true for everybody would be caught by the matrix", async () => {
  const unnoticed: string[] = [];
  for (const rule of globalThis.replaceableRules ?? []) {
    globalThis.ruleReplacedByTrue = rule;
    if ((await firstBreach()) === null) unnoticed.push(rule);
  }
  expect(unnoticed).toEqual([]);
}, 300_000);
