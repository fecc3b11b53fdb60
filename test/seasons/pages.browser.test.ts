import { existsSync } from "node:fs";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import {
  axeFindings,
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  views,
  widths,
} from "#test/support/browser.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addAdvisory, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";

const lectern = useLectern();
let browser: Browser;
let baseURL: string;

beforeAll(async () => {
  browser = await openBrowser();
  await lectern.app.listen({ port: 0, host: "127.0.0.1" });
  baseURL = `http://localhost:${(lectern.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => await browser?.close());

async function openAs(person: Person, path: string): Promise<Page> {
  const context = await openContext(browser, { baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(person)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  const page = await context.newPage();
  await page.clock.setFixedTime(lectern.now);
  await page.goto(path, { waitUntil: "networkidle" });
  return page;
}

/** Looks at the page in all four ways, keeps pictures of it, and tells what is wrong. */
async function look(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const { width, scheme } of views) {
    const where = `${name}-${width}-${scheme}`;
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: widths[width], height: 800 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: widths[width], height });
    found.push(...(await axeFindings(page)).map((each) => `${where} ${each}`));
    found.push(...(await smallTargets(page)).map((each) => `${where} ${each}`));
    if (await overflowsSideways(page)) found.push(`${where} scrolls sideways`);
    await picture(page, where);
  }
  await page.setViewportSize({ width: widths.desk, height: 800 });
  return found;
}

describe.skipIf(!existsSync(join(projectRoot, "build/web/index.html")))("pages", { timeout: 180_000 }, () => {
  test("an administrator copies the last season forward, gives it the quick agenda, opens it and asks who is not ready", async () => {
    const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
    const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
    await aSecondAdvisory(school);
    await arrangeConference(school, itzel, mrOkafor);
    const page = await openAs(msEze, "/seasons");
    const found = await look(page, "seasons");
    await page.getByRole("link", { name: "Plan a season" }).click();
    await page.getByLabel("Name").fill("Winter conferences");
    await page.getByLabel("Code").fill("2027-w");
    await page.getByLabel("First day").fill("2027-02-01");
    await page.getByLabel("Last day").fill("2027-02-26");
    found.push(...(await look(page, "season-new")));
    await page.getByRole("button", { name: "Make the plan" }).click();
    await page.getByRole("heading", { level: 1, name: "Winter conferences" }).waitFor();
    await page.getByLabel("Agenda").selectOption("quick");
    await page.getByText("One piece, one sentence, one goal.").waitFor();
    await page.getByRole("radio", { name: "Only these advisories" }).check();
    await page.getByLabel(/Daniel Okafor’s advisory/).check();
    await page.getByRole("button", { name: "Open it" }).click();
    await page.getByRole("button", { name: "Freeze portfolios" }).waitFor();
    found.push(...(await look(page, "season")));
    await page.goto(`/seasons/${school.seasonId}/ready`, { waitUntil: "networkidle" });
    found.push(...(await look(page, "season-ready")));
    await page.getByRole("radio", { name: "Without a time" }).check();
    await page.getByText("4 students").waitFor();
    expect(page.url()).toContain("only=no-time");
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.getByRole("radio", { name: "Without a time" }).isChecked()).toBe(true);
    expect(found).toEqual([]);
  });
});

/** Names of all lengths, one written from right to left. */
async function aSecondAdvisory(school: Awaited<ReturnType<typeof aStudentWithAdviser>>["school"]) {
  const msSato = await addStaff(school, "Hana Sato");
  await addAdvisory(school, msSato, [
    await addStudent(school, "Mateus Ferreira da Silva de Albuquerque e Vasconcelos", { grade: 12 }),
    await addStudent(school, "Layla Haddad", { ownScriptName: "ليلى حداد", grade: 11 }),
    await addStudent(school, "Wren Castellano-McAllister", { grade: 12 }),
  ]);
}
