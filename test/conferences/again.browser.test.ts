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
  widths,
} from "#test/support/browser.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addPerson, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { arrangeConference, endConference } from "#web/conferences/conference.api.ts";
import { guests, letInterpret, tonight } from "./given.ts";

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

/** Looks at the page at a phone in the dark and at a desk in the light. */
async function look(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const [width, colorScheme] of [
    ["phone", "dark"],
    ["desk", "light"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: widths[width], height: 800 });
    found.push(...(await axeFindings(page)).map((each) => `${name} ${width} ${each}`));
    if (await overflowsSideways(page)) found.push(`${name} ${width} scrolls sideways`);
    await picture(page, `${name}-${width}-${colorScheme}`);
  }
  return found;
}

describe.skipIf(!existsSync(join(projectRoot, "build/web/index.html")))("pages", { timeout: 180_000 }, () => {
  test("nobody came: the adviser plans it again in two clicks, moves it to the library, tells them and prints the day", async () => {
    const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
    const lucia = await addPerson(school, "Lucía Ferrer");
    await letInterpret(school, lucia, "es");
    const participants = [...guests(rosa), { personId: lucia.personId, part: "interpreter" as const }];
    const { id } = await lectern.as(mrOkafor, async () => {
      const his = {
        householdKey: hector.householdId,
        startsAt: "2026-11-12T18:20",
        participants: guests(hector),
      };
      await arrangeConference(tonight(school, itzel, his));
      return await arrangeConference(
        tonight(school, itzel, { householdKey: rosa.householdId, language: "es", participants }),
      );
    });
    await lectern.as(mrOkafor, () => endConference(id, { outcome: "not-met", notMetBecause: "no-show" }));
    const page = await openAs(mrOkafor, `/conferences/${id}`);
    const found = await look(page, "conference-not-met");
    await page.getByRole("button", { name: "Set a new time" }).click();
    await page.getByRole("button", { name: "Plan it again" }).click();
    await page.getByRole("heading", { level: 1, name: /Thursday 19 November/ }).waitFor();
    await page.getByRole("textbox", { name: "Place" }).fill("Library");
    await page.getByRole("button", { name: "Tell them" }).click();
    await page.getByText("1 person is written to.").waitFor();
    found.push(...(await look(page, "conference-again")));
    await page.goto("/conferences/list?day=2026-11-19", { waitUntil: "networkidle" });
    await page.getByText("Library").waitFor();
    found.push(...(await look(page, "conference-list")));
    await page.emulateMedia({ media: "print" });
    await picture(page, "conference-list-paper");
    expect(found).toEqual([]);
  });
});
