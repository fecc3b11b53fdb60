import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import { faultsOf, openBrowser, openContext } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { visits, type Visit } from "./addresses.ts";
import { openDemo, type Demo } from "./demo.ts";

let lectern: Lectern;
let browser: Browser;
let demo: Demo;
let baseURL: string;
/** One computer that everybody uses in turn, as a school's is: whoever comes next finds the scripts of the last. */
let computer: BrowserContext;
let page: Page;
let broken: string[] = [];

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  demo = await openDemo(lectern);
  await lectern.app.listen({ port: 0, host: "127.0.0.1" });
  baseURL = `http://localhost:${(lectern.app.server.address() as AddressInfo).port}`;
  computer = await openContext(browser, { baseURL });
  page = await computer.newPage();
  await page.clock.setFixedTime(lectern.now);
  page.on("pageerror", (error) => broken.push(String(error.stack)));
  page.on("response", (answer) => {
    if (answer.status() >= 500) broken.push(`${answer.status()} ${answer.url()}`);
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

async function sitDown(who: string | null): Promise<void> {
  await computer.clearCookies();
  if (who === null) return;
  const [name = "", value = ""] = (await lectern.cookieOf(demo.person(who))).split("=");
  await computer.addCookies([{ name, value, url: baseURL }]);
}

const nameOf = ({ page, who }: Visit) =>
  `${page === "/" ? "home" : page.replace(/[^a-z]+/gi, "-")} ${who ?? "nobody"}`.trim();

test("every page of the web is visited", () => {
  const routes = readFileSync(join(projectRoot, "web/routes.ts"), "utf8");
  const pages = [...routes.matchAll(/^ {2}"(\/[^"]*)":/gm)].map((match) => match[1]);
  expect([...new Set(visits.map(({ page }) => page))].sort()).toEqual(pages.sort());
});

test.each(visits.map((visit) => [nameOf(visit), visit] as const))(
  "%s is whole, reachable and no wider than the screen",
  async (name, { who, at }) => {
    broken = [];
    await sitDown(who);
    await page.goto(at(demo), { waitUntil: "networkidle" });
    await page.locator("h1").first().waitFor();
    const picture = `every-${name.replaceAll(/\W+/g, "-").toLowerCase()}`;
    const faults = await faultsOf(page, picture);
    expect(await page.locator("h1").count()).toBe(1);
    expect([...broken, ...faults]).toEqual([]);
  },
);
