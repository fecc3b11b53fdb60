import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf, openBrowser, openContext } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addressOf, aPdf } from "#test/support/uploads.ts";
import { sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish, type RecordStory } from "./record-story.ts";

let lectern: Lectern;
let browser: Browser;
let baseURL: string;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  baseURL = await addressOf(lectern);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

async function openAsAdviser({ mrOkafor }: RecordStory, path: string): Promise<Page> {
  const context = await openContext(browser, { baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(mrOkafor)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const hasFocus = (control: Locator) =>
  expect.poll(() => control.evaluate((element) => element === document.activeElement)).toBe(true);

test("who puts a name to it without typing one is asked for it, then for what it says", async () => {
  const story = await aRecordInTheRoom(lectern);
  await readyToFinish(lectern, story);
  const page = await openAsAdviser(story, `/room/${story.conferenceId}/hand-over`);
  const rosas = page.getByRole("form", { name: "Rosa Duarte" });
  const send = () => rosas.getByRole("button", { name: "Put my name to it" }).click();
  await send();
  await hasFocus(rosas.getByLabel("Type your name"));
  await rosas.getByLabel("Type your name").fill("Rosa Duarte");
  await send();
  await hasFocus(rosas.getByLabel("I took part"));
  await rosas.getByText("Please tick what is true").waitFor();
  await rosas.getByLabel("I took part").check();
  await send();
  await rosas.getByText("Typed").waitFor();
  await page.context().close();
}, 120_000);

test("a name on paper is noted for somebody: the adviser is told when nobody was chosen", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const page = await openAsAdviser(story, `/room/${story.conferenceId}`);
  await page.getByRole("button", { name: "Somebody signed on paper" }).click();
  await page.getByLabel("The name as it stands on the paper").fill("R. Duarte");
  await page.getByLabel("“I took part” is ticked").check();
  await page.getByRole("button", { name: "Note it" }).click();
  await page.getByText("Please choose who signed.").waitFor();
  await hasFocus(page.getByLabel("Who signed"));
  await page.getByLabel("Who signed").selectOption({ label: "Rosa Duarte" });
  await page.getByRole("button", { name: "Note it" }).click();
  await page.getByText("R. Duarte", { exact: true }).waitFor();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "signed.pdf", mimeType: "application/pdf", buffer: await aPdf(1, "R. Duarte") });
  await page.getByRole("link", { name: "See the signed sheet" }).waitFor();
  await page.getByRole("button", { name: "Replace the scan" }).waitFor();
  expect(await faultsOf(page, "name-on-paper")).toEqual([]);
  await page.context().close();
}, 120_000);
