import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, openContext } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { layCable, type Cable } from "#test/support/cable.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { aRecordInTheRoom, look, write, type RecordStory } from "./record-story.ts";

let lectern: Lectern;
let browser: Browser;
let cable: Cable;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern({ now: () => new Date() }), openBrowser()]);
  await lectern.app.listen({ port: 0, host: "127.0.0.1" });
  cable = await layCable((lectern.app.server.address() as AddressInfo).port);
}, 180_000);

beforeEach(() => void (lectern.now = new Date()));

afterAll(async () => {
  await browser?.close();
  await cable?.pull();
  await lectern?.close();
});

/** Itzel's conference, which has not begun. */
async function aMeetingToCome(): Promise<RecordStory> {
  const story = await aRecordInTheRoom(lectern);
  await lectern.db
    .updateTable("conference")
    .set({
      state: "planned",
      startedAt: null,
      startsAt: new Date(),
      endsAt: new Date(Date.now() + 1_800_000),
    })
    .where("id", "=", story.conferenceId)
    .execute();
  await lectern.db
    .updateTable("participant")
    .set({ attendance: null })
    .where("conferenceId", "=", story.conferenceId)
    .execute();
  return story;
}

async function signIn(context: BrowserContext, person: Person): Promise<void> {
  const [name = "", value = ""] = (await lectern.cookieOf(person)).split("=");
  await context.addCookies([{ name, value, url: cable.baseURL }]);
}

/** Opens the room and waits until this device could open it again without network. */
async function openRoom(context: BrowserContext, { conferenceId }: RecordStory): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.on("pageerror", (error) => expect.soft(error).toBeUndefined());
  await page.goto(`${cable.baseURL}/room/${conferenceId}`);
  await page.getByLabel("Proud of").waitFor();
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.waitForTimeout(1000); // copies are written a moment after
  return page;
}

test("a room opens again without network, with all that stood in it", async () => {
  const story = await aMeetingToCome();
  await write(lectern, story.mrOkafor, story, "proud", "Cranes, Pier 9");
  const context = await openContext(browser, { baseURL: cable.baseURL });
  await signIn(context, story.mrOkafor);
  const page = await openRoom(context, story);
  await cable.pull();
  await page.reload();
  await page.getByLabel("Proud of").waitFor();
  expect(await page.getByLabel("Proud of").inputValue()).toBe("Cranes, Pier 9");
  await page.getByText("Offline since").waitFor();
  await page.getByLabel("Grew in").fill("Asking");
  await page.getByText("Offline: kept on this device").first().waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel("Grew in").inputValue()).toBe("Asking");
  await cable.plugIn();
  await expect
    .poll(async () => (await look(lectern, story)).fields.map(({ field }) => field), { timeout: 15_000 })
    .toContain("growth");
  await context.close();
}, 90_000);
