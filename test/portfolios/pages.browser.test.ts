import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "#test/support/axe.ts";
import {
  faultsOf,
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  views,
  type View,
} from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addStudent, type Person } from "#test/support/people.ts";
import { addressOf } from "#test/support/uploads.ts";
import { openStage } from "#web/stage/stage.api.ts";
import { aFullWall } from "./shelf-story.ts";

type Wall = Awaited<ReturnType<typeof aFullWall>>;
let lectern: Lectern;
let browser: Browser;
let story: Wall;
let newcomer: Person;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  story = await aFullWall(lectern);
  newcomer = await addStudent(story.school, "Bao-Anh Nguyen");
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

async function signedIn(person: Person, view: View = {}): Promise<BrowserContext> {
  const baseURL = await addressOf(lectern);
  const context = await openContext(browser, { ...view, baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(person)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  return context;
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  return page;
}

async function lookAt(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await picture(page, name);
  expect.soft(await axeFindings(page), name).toEqual([]);
  expect.soft(await smallTargets(page), name).toEqual([]);
  expect.soft(await overflowsSideways(page), name).toBe(false);
}

test("the goals and the wall of a student with a past, and of one who begins, with long and Arabic titles", async () => {
  for (const [person, name] of [
    [story.itzel, ""],
    [newcomer, "-empty"],
  ] as const) {
    const context = await signedIn(person, {});
    for (const path of ["goals", "portfolio"]) {
      const page = await open(context, `/${path}`);
      await page.waitForLoadState("networkidle");
      expect.soft(await faultsOf(page, `${path}${name}`)).toEqual([]);
      await page.close();
    }
    await context.close();
  }
});

test("choosing a piece, and the wall as the family will see it", async () => {
  const context = await signedIn(story.itzel, {});
  const page = await open(context, "/portfolio");
  await page.getByRole("button", { name: "Add another piece" }).first().click();
  await page.getByRole("button", { name: "Who is nearest" }).waitFor();
  expect.soft(await faultsOf(page, "portfolio-choose")).toEqual([]);
  await page.goto("/portfolio/as-family", { waitUntil: "networkidle" });
  await page.locator("h1").waitFor();
  expect.soft(await faultsOf(page, "portfolio-family")).toEqual([]);
  await context.close();
});

describe.each(views)("at a $width in $scheme", (view) => {
  const look = `${view.width}-${view.scheme}`;

  test("the stage before, during and after a rehearsal", async () => {
    const context = await signedIn(story.itzel, view);
    const page = await open(context, `/stage/${story.conferenceId}`);
    await lookAt(page, `stage-ready-${look}`);
    await page.getByRole("button", { name: "Just rehearse" }).click();
    const { items } = await lectern.as(story.itzel, () => openStage(story.conferenceId));
    expect(items.length).toBeGreaterThan(8);
    for (let at = 1; at < 40; at++) {
      await page.locator("h1").first().waitFor();
      if (await page.getByRole("heading", { name: "How long it took" }).isVisible()) break;
      if (view.scheme === "light" || at < 4)
        await lookAt(page, `stage-${String(at).padStart(2, "0")}-${look}`);
      await page.keyboard.press("ArrowRight");
    }
    await lookAt(page, `stage-timing-${look}`);
    await context.close();
  });
});
