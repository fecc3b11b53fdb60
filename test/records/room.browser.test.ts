import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "#test/support/axe.ts";
import {
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
import { acknowledge, sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, end, fillIn, look, readAloud, write, type RecordStory } from "./record-story.ts";

let lectern: Lectern;
let browser: Browser;
let baseURL: string;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  await lectern.app.listen({ port: 0, host: "127.0.0.1" });
  baseURL = `http://127.0.0.1:${(lectern.app.server.address() as AddressInfo).port}`;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

async function asAdviser({ mrOkafor }: RecordStory, view: View = {}): Promise<BrowserContext> {
  const context = await openContext(browser, { ...view, baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(mrOkafor)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  return context;
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.on("pageerror", (error) => expect.soft(error).toBeUndefined());
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  return page;
}

async function lookAt(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await picture(page, name);
  expect.soft(await axeFindings(page), name).toEqual([]);
  expect.soft(await smallTargets(page), name).toEqual([]);
  expect.soft(await overflowsSideways(page), name).toBe(false);
}

/** An evening in full swing. */
async function anEvening(): Promise<RecordStory> {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor } = story;
  await fillIn(lectern, story);
  await write(lectern, mrOkafor, story, "celebrations", "She got up at five without being asked.");
  await write(lectern, mrOkafor, story, `questions.${uuidv7()}`, {
    question: "Does the D in algebra stop college?",
    agreed: "No. It must be repeated.",
    owner: "Ms. Lindgren",
  });
  await write(lectern, mrOkafor, story, `questions.${uuidv7()}`, {
    question: "Can she do the marine lab in summer and still work?",
  });
  await write(lectern, mrOkafor, story, `needs.${uuidv7()}`, {
    need: "credit-deficiency",
    what: "Half a year of math",
  });
  return story;
}

describe.each(views)("the room at a $width in $scheme", (view) => {
  test("is found right by axe, reachable by a fingertip, and no wider than the screen", async () => {
    const story = await anEvening();
    const context = await asAdviser(story, view);
    const page = await open(context, `/room/${story.conferenceId}`);
    await page.getByLabel("Question 1", { exact: true }).waitFor();
    await lookAt(page, `room-${view.width}-${view.scheme}`);
    await end(lectern, story, "held");
    const revision = await readAloud(lectern, story);
    await lectern.as(story.mrOkafor, () =>
      acknowledge(story.recordId, {
        personId: story.itzel.personId,
        typedName: "Itzel Navarro Duarte",
        tookPart: true,
        receivedCopy: false,
        comment: "",
        language: "en",
        revision,
      }),
    );
    await page.goto(`/room/${story.conferenceId}/hand-over`);
    await page.getByRole("heading", { name: "Your names" }).waitFor();
    await lookAt(page, `hand-over-${view.width}-${view.scheme}`);
    await context.close();
  });

  test("shows a finished record with its number and its copies", async () => {
    const story = await aRecordInTheRoom(lectern);
    await fillIn(lectern, story);
    await end(lectern, story, "held");
    const revision = await readAloud(lectern, story);
    await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
    const context = await asAdviser(story, view);
    const page = await open(context, `/room/${story.conferenceId}`);
    await page.getByText("We wrote to").waitFor();
    await lookAt(page, `finished-${view.width}-${view.scheme}`);
    await context.close();
  });
});

test("a whole evening by keyboard alone: write, end, read back, sign, finish", async () => {
  const story = await aRecordInTheRoom(lectern);
  const context = await asAdviser(story);
  const page = await open(context, `/room/${story.conferenceId}`);
  const { keyboard } = page;
  await page.getByRole("heading", { name: "Who is here" }).waitFor();
  await keyboard.press("Control+3");
  expect(await page.getByLabel(/own words/).evaluate((one) => one === document.activeElement)).toBe(true);
  await keyboard.type("I ask again.");
  await keyboard.press("Tab");
  await keyboard.type("Itzel measures before she talks.");
  await keyboard.press("Control+5");
  await keyboard.type("I asked, and it helped.");
  await keyboard.press("Tab");
  await keyboard.type("In the middle of tenth grade.");
  await page.getByLabel("Math, in one plain sentence").focus();
  await keyboard.type("Equations first.");
  await keyboard.press("Control+8");
  await keyboard.press("Enter");
  await page.getByLabel(/will achieve/).waitFor();
  await keyboard.type("Raise Geometry to a B");
  for (const [side, words] of [
    [/Itzel/, "Office hours"],
    [/At school/, "A seat in Algebra 1B"],
  ] as const) {
    await page.getByRole("group", { name: side }).getByLabel("Will do").focus();
    await keyboard.type(words);
  }
  await page.getByLabel("Next check-in").fill("2026-12-11");
  await page.getByRole("button", { name: "End the meeting" }).press("Enter");
  await page.getByRole("button", { name: "Read back", exact: true }).press("Enter");
  await page.getByRole("heading", { name: "Your names" }).waitFor();
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
  const rosa = page.getByRole("form", { name: "Rosa Duarte" });
  await rosa.getByLabel("Type your name").focus();
  await keyboard.type("Rosa Duarte");
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await rosa.getByRole("button", { name: "Put my name to it" }).press("Enter");
  await rosa.getByText("Typed ").waitFor();
  await page.getByRole("link", { name: "Hand the computer back" }).press("Enter");
  await page.getByRole("button", { name: "Finish", exact: true }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Finish" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "2026-F-0001 is finished" }).waitFor();
  const { acknowledgements, state } = await look(lectern, story);
  expect({ state, names: acknowledgements.map(({ typedName }) => typedName) }).toEqual({
    state: "sealed",
    names: ["Rosa Duarte"],
  });
  await context.close();
}, 90_000);

test("two devices see each other’s words within seconds, and the same field asks which stands", async () => {
  const story = await aRecordInTheRoom(lectern);
  const context = await asAdviser(story);
  const [one, other] = [
    await open(context, `/room/${story.conferenceId}`),
    await open(context, `/room/${story.conferenceId}`),
  ];
  await one.getByLabel("Proud of").fill("Cranes, Pier 9");
  await expect
    .poll(() => other.getByLabel("Proud of").inputValue(), { timeout: 8000 })
    .toBe("Cranes, Pier 9");
  await Promise.all([
    one.getByLabel("Grew in").fill("Asking"),
    other.getByLabel("Grew in").fill("Measuring"),
  ]);
  const asked = async () => {
    const both = [one, other].map((page) => page.getByText("Someone else changed this").count());
    return (await Promise.all(both)).reduce((all, each) => all + each, 0);
  };
  await expect.poll(asked, { timeout: 8000 }).toBe(1);
  await context.close();
});

test("what is typed without network is kept on the device and goes up when it is back", async () => {
  const story = await aRecordInTheRoom(lectern);
  const context = await asAdviser(story);
  const page = await open(context, `/room/${story.conferenceId}`);
  await page.getByLabel("Proud of").waitFor();
  await context.setOffline(true);
  await page.getByLabel("Proud of").fill("Cranes, Pier 9");
  await page.getByText("Offline: kept on this device").waitFor();
  expect((await look(lectern, story)).fields).toEqual([]);
  await context.setOffline(false);
  await expect
    .poll(async () => (await look(lectern, story)).fields.map(({ value }) => value), { timeout: 10_000 })
    .toEqual(["Cranes, Pier 9"]);
  await context.close();
});
