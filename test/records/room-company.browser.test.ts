import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openContext } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addStaff, joinAdvisory, type Person } from "#test/support/people.ts";
import { aGoalWithBothSides, aRecordInTheRoom } from "./record-story.ts";

let lectern: Lectern;
let browser: Browser;
let baseURL: string;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  lectern.now = new Date();
  await lectern.app.listen({ port: 0, host: "127.0.0.1" });
  baseURL = `http://127.0.0.1:${(lectern.app.server.address() as AddressInfo).port}`;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

async function openRoom(
  person: Person,
  conferenceId: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await openContext(browser, { baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(person)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  const page = await context.newPage();
  page.on("pageerror", (error) => expect.soft(error).toBeUndefined());
  await page.goto(`/room/${conferenceId}`);
  await page.getByLabel("Proud of").waitFor();
  return { page, context };
}

/** How long it takes, in milliseconds, from the last key on one device to the words on the other. */
async function timeToSee(write: () => Promise<void>, see: () => Promise<unknown>): Promise<number> {
  const seen = see();
  const began = performance.now();
  await write();
  await seen;
  return Math.round(performance.now() - began);
}

const showing = (page: Page, label: string | RegExp, text: string) =>
  page.getByLabel(label).evaluate(
    (field, wanted) =>
      new Promise<void>((resolve) => {
        const look = () => ((field as HTMLInputElement).value === wanted ? resolve() : setTimeout(look, 10));
        look();
      }),
    text,
  );

test("two devices in one room see each other's words, goals and ticks within two seconds", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, school, advisoryId, conferenceId } = story;
  await aGoalWithBothSides(lectern, story);
  const msLindgren = await addStaff(school, "Maja Lindgren");
  await joinAdvisory(school, advisoryId, msLindgren, { part: "co-adviser" });
  const here = await openRoom(mrOkafor, conferenceId);
  const there = await openRoom(msLindgren, conferenceId);
  await here.page.waitForTimeout(2500); // each has heard that the other is there
  const times: number[] = [];
  for (let round = 0; round < 8; round++) {
    await here.page.waitForTimeout(137 * round); // at another moment of the other's second
    const text = `Cranes, Pier ${round}`;
    const write = () => here.page.getByLabel("Proud of").fill(text);
    times.push(await timeToSee(write, () => showing(there.page, "Proud of", text)));
  }
  const goal = "Raise Geometry to an A";
  const goalTime = await timeToSee(
    () => here.page.getByLabel(/will achieve/).fill(goal),
    () => showing(there.page, /will achieve/, goal),
  );
  const rosa = there.page.getByRole("group", { name: /Rosa/ });
  const tickTime = await timeToSee(
    () => here.page.getByRole("group", { name: /Rosa/ }).getByText("Not here").click(),
    () => rosa.getByRole("radio", { name: "Not here", checked: true }).waitFor(),
  );
  process.stdout.write(
    `From typing to seeing: ${times.join(", ")} ms; a goal ${goalTime} ms, a tick ${tickTime} ms\n`,
  );
  expect(Math.max(...times, goalTime, tickTime)).toBeLessThan(2000);
  await Promise.all([here.context.close(), there.context.close()]);
}, 90_000);

test("somebody who types without a pause is seen while she types", async () => {
  const story = await aRecordInTheRoom(lectern);
  const here = await openRoom(story.mrOkafor, story.conferenceId);
  const there = await openRoom(story.mrOkafor, story.conferenceId);
  await here.page.waitForTimeout(2500);
  const typing = here.page.getByLabel("Grew in").pressSequentially("Asking ".repeat(12), { delay: 60 });
  await expect
    .poll(() => there.page.getByLabel("Grew in").inputValue(), { timeout: 2500, interval: 50 })
    .toMatch(/^Asking/);
  await typing;
  await Promise.all([here.context.close(), there.context.close()]);
}, 60_000);

test("what one device saved does not hide what another saved a moment before", async () => {
  const story = await aRecordInTheRoom(lectern);
  const here = await openRoom(story.mrOkafor, story.conferenceId);
  const there = await openRoom(story.mrOkafor, story.conferenceId);
  await Promise.all([
    here.page.getByLabel("Proud of").fill("Cranes, Pier 9"),
    there.page.getByLabel("Grew in").fill("Asking"),
  ]);
  await showing(here.page, "Grew in", "Asking");
  await showing(there.page, "Proud of", "Cranes, Pier 9");
  await Promise.all([here.context.close(), there.context.close()]);
}, 60_000);
