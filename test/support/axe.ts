import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

// Our pages have no frames, so one run in the page sees everything; with the results nobody reads left out it takes a fifth of the time of axe's own builder.
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
  selectors: false,
};
type WithAxe = typeof globalThis & { axe?: typeof axe };

/** What axe finds wrong on the page as it stands, one line each; an empty list is the only good answer. Throws if the page has frames, which it would not look into. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames, where axe does not look.`);
  const isThere = await page.evaluate(() => (globalThis as WithAxe).axe !== undefined);
  if (!isThere) await page.evaluate(`${source};undefined`);
  return await page.evaluate(findings, options);
}

async function findings(asked: axe.RunOptions): Promise<string[]> {
  const { violations } = await (globalThis as WithAxe & { axe: typeof axe }).axe.run(document, asked);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
}
