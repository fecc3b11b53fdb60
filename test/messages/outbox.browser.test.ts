import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliverMessage } from "#server/messages/deliver-message.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import {
  axeFindings,
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  views,
} from "#test/support/browser.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addressOf } from "#test/support/uploads.ts";

let lectern: Lectern;
let browser: Browser;
let story: Story;
let msEze: Person;
let baseURL: string;

beforeAll(async () => {
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  baseURL = await addressOf(lectern);
  story = await aStudentWithAdviser(lectern.db);
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  await writeTo("es", "Itzel");
  await writeTo("en", `Maximiliana-${"Anastasia".repeat(12)}`);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

async function writeTo(language: string, student: string): Promise<void> {
  const { districtId, personId } = story.rosa;
  const facts = { student, path: "/review/1", linkPurpose: "invitation" };
  const message = {
    districtId,
    personId,
    address: "rosa@example.org",
    language,
    template: "record-ready",
    facts,
  };
  const now = lectern.now;
  const { db } = lectern;
  await db.transaction().execute((tx) => queueMessage(tx, { ...message, occasion: student }, now));
  const waiting = await db
    .selectFrom("outgoingMessage")
    .select("id")
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  const office = { db, mailServer: null, baseUrl: baseURL, now: () => now };
  await deliverMessage(office, { districtId, messageId: waiting.id }, false);
}

async function open(path: string, view: object = {}): Promise<Page> {
  const context = await openContext(browser, { baseURL, ...view });
  const [name, value] = (await lectern.cookieOf(msEze)).split("=") as [string, string];
  await context.addCookies([{ name, value, url: baseURL }]);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

describe.each(views)("the outbox at a $width in $scheme", (view) => {
  test("lists e-mails and opens one, right by axe and no wider than the screen", async () => {
    const page = await open("/outbox", view);
    await page.getByRole("heading", { level: 1, name: "E-mails" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, `outbox-${view.width}-${view.scheme}`);
    await page.getByRole("link", { name: "Conferencia de Itzel" }).click();
    await page.getByText("Hola, Rosa:").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, `outbox-message-${view.width}-${view.scheme}`);
  });
});

test("the link in a letter signs in as the person and leads on to its page", async () => {
  const page = await open("/outbox");
  await page.getByRole("link", { name: "Conferencia de Itzel" }).press("Enter");
  await page.getByRole("link", { name: "/link#" }).press("Enter");
  await page.waitForURL("**/link");
  expect(page.url()).toBe(`${baseURL}/link`);
  await page.locator("main").getByRole("button").press("Enter");
  await page.waitForURL("**/review/1");
});
