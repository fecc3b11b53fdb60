import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import { openBrowser, openContext, picture } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";

let lectern: Lectern;
let browser: Browser;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  await lectern.app.listen({ port: 0, host: "127.0.0.1" });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

test("a first page's files and answer are named beside the shell, so that a phone asks for them in one trip", async () => {
  const { rosa, itzel } = await aStudentWithAdviser(lectern.db);
  const url = "/";
  const named = async (cookie: string) => {
    const { headers } = await lectern.app.inject({ url, headers: { cookie } });
    expect(headers["cache-control"]).toBe("private, no-cache");
    return String(headers["link"]).split(", ");
  };
  const module = (name: string) => expect.stringMatching(`^</assets/${name}-.*\\.js>; rel=modulepreload$`);
  expect(await named(await lectern.cookieOf(rosa))).toEqual([
    "</api/review>; rel=preload; as=fetch; crossorigin=anonymous",
    module("es"),
  ]);
  expect(await named(await lectern.cookieOf(itzel))).toEqual(
    expect.arrayContaining([module("StudentHome"), module("home")]),
  );
  const nobodys = await lectern.app.inject({ url, headers: { cookie: "lectern-session=unknown" } });
  expect([nobodys.statusCode, nobodys.headers["link"]]).toEqual([200, undefined]);
});

test("what a guardian's first view needs fits into the six requests a browser sends at a time", async () => {
  const list = JSON.parse(readFileSync(join(projectRoot, "build/web/first-pages.json"), "utf8"));
  const html = readFileSync(join(projectRoot, "build/web/index.html"), "utf8");
  const inPage = html.match(/<(script|link)[^>]*(src|href)="\/(assets|api)\/[^"]*"/g) ?? [];
  const { modules, styles, asks } = list.guardian.es;
  expect([...inPage, ...modules, ...styles, ...asks].length).toBeLessThanOrEqual(6);
});

test("a guardian's first view costs at most 60 KB of script on the wire", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await holdConference(school, itzel, mrOkafor);
  const url = `http://127.0.0.1:${(lectern.app.server.address() as AddressInfo).port}`;
  const context = await openContext(browser, { width: "phone" });
  const [name = "", value = ""] = (await lectern.cookieOf(rosa)).split("=");
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const errors: string[] = [];
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/")) asked.push(pathname);
  });
  page.on("pageerror", (error) => errors.push(String(error.stack)));
  await page.goto(url);
  await page.getByRole("heading", { name: "Itzel" }).waitFor();
  await page.waitForLoadState("networkidle");
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter((entry) => new URL(entry.name).pathname.endsWith(".js"))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );
  await picture(page, "guardian-home-phone-light");
  expect(errors).toEqual([]);
  // What is asked for ahead is what the page then takes: nothing travels twice.
  expect(asked.toSorted()).toEqual(["/api/review", "/api/session"]);
  expect(bytes).toBeGreaterThan(20_000); // nothing measured would pass too easily
  expect(bytes).toBeLessThanOrEqual(60 * 1024);
});
