import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import {
  faultsOf,
  killLastingBrowser,
  openBrowser,
  openContext,
  openLastingBrowser,
} from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { layCable, type Cable } from "#test/support/cable.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addStaff, joinAdvisory, type Person } from "#test/support/people.ts";
import { changeParticipant } from "#web/conferences/conference.api.ts";
import { setGoal } from "#web/goals/goal.api.ts";
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

beforeEach(async () => {
  lectern.now = new Date();
  await cable.plugIn();
});

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
  await expect.poll(() => page.getByLabel("Proud of").inputValue()).toBe("Cranes, Pier 9");
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

const hour = 3_600_000;
const prompt = { timeout: 20_000, interval: 200 };

/** Somebody whose computer shows another time. */
async function withClock(context: BrowserContext, ahead: number): Promise<void> {
  await context.clock.install({ time: Date.now() + ahead });
}

/** What Mr. Okafor does in half an hour, by what people see on the screen. */
async function holdTheMeeting(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await page.getByRole("button", { name: "Interrupt" }).waitFor();
  await page.getByRole("group", { name: /Rosa/ }).getByText("Here", { exact: true }).click();
  await page
    .getByRole("group", { name: /Héctor/ })
    .getByText("Not here")
    .click();
  await page.getByRole("button", { name: "Somebody else is here" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Abuela Consuelo");
  await page.getByRole("button", { name: "Is here too" }).click();
  await page.getByRole("list", { name: "In the room" }).getByText("Abuela").waitFor();
  await page.getByLabel(/own words/).fill("I ask again.");
  await page.getByLabel("Proud of").fill("Cranes, Pier 9");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByLabel("Question 1", { exact: true }).fill("Does the D in algebra stop college?");
  await page.getByLabel("What we agreed").fill("No. It must be repeated.");
  await page.getByRole("button", { name: "Add something to plan for" }).click();
  await page.getByLabel("What exactly").fill("Half a year of math");
  await page.getByLabel("What the school does").fill("Tutoring on Mondays");
  await page.getByRole("button", { name: "Goal 1" }).click();
  await page.getByLabel(/will achieve/).fill("Raise Geometry to a B");
  const sides = [
    [/Itzel/, "Office hours"],
    [/At school/, "A seat in Algebra 1B"],
  ] as const;
  for (const [side, words] of sides)
    await page.getByRole("group", { name: side }).getByLabel("Will do").fill(words);
  await page.getByLabel("Next check-in").fill("2026-12-18");
  await page.getByRole("button", { name: "End the meeting" }).click();
  await page.getByText("need the network").waitFor();
}

/** What the server has of the evening. */
async function evening({ conferenceId, school, itzel }: RecordStory) {
  const { db } = lectern;
  const [goals, promises, plans] = await Promise.all([
    db.selectFrom("goal").selectAll().where("studentId", "=", itzel.personId).execute(),
    db.selectFrom("promise").selectAll().where("districtId", "=", school.districtId).execute(),
    db.selectFrom("intervention").selectAll().where("conferenceId", "=", conferenceId).execute(),
  ]);
  return { goals, promises, plans };
}

test("a whole meeting is held without network, on a wrong clock, and is on the server once", async () => {
  const story = await aMeetingToCome();
  const { mrOkafor, school, advisoryId, conferenceId, recordId } = story;
  const msLindgren = await addStaff(school, "Maja Lindgren");
  await joinAdvisory(school, advisoryId, msLindgren, { part: "co-adviser" });

  const okafor = await openContext(browser, { baseURL: cable.baseURL });
  await withClock(okafor, -2 * hour);
  await signIn(okafor, mrOkafor);
  const here = await openRoom(okafor, story);
  await cable.pull();
  await here.reload();
  const startedAbout = Date.now();
  await holdTheMeeting(here);
  const endedAbout = Date.now();
  expect(await faultsOf(here, "room-offline")).toEqual([]);
  await here.reload();
  await here.getByText("need the network").waitFor();
  await expect
    .poll(() => here.getByLabel("Question 1", { exact: true }).inputValue(), prompt)
    .toMatch(/college/);
  expect((await look(lectern, story)).fields).toEqual([]);

  const direct = `http://127.0.0.1:${(lectern.app.server.address() as AddressInfo).port}`;
  const lindgren = await openContext(browser, { baseURL: direct });
  await withClock(lindgren, 3 * hour);
  const [name = "", value = ""] = (await lectern.cookieOf(msLindgren)).split("=");
  await lindgren.addCookies([{ name, value, url: direct }]);
  const there = await lindgren.newPage();
  await there.goto(`/room/${conferenceId}`);
  await there.getByLabel("Grew in").fill("Asking");
  await there.getByLabel("Proud of").fill("Bridges");
  await expect
    .poll(async () => (await look(lectern, story)).fields.map(({ value }) => value), prompt)
    .toEqual(expect.arrayContaining(["Asking", "Bridges"]));

  await cable.plugIn();
  const told = async () => {
    const { conference, people, fields } = await look(lectern, story);
    const { goals, promises, plans } = await evening(story);
    return {
      state: conference.state,
      outcome: conference.outcome,
      people: people.map(({ givenName, attendance }) => `${givenName} ${attendance}`).sort(),
      fields: fields.map(({ field }) => field.split(".")[0]).sort(),
      goals: goals.map(({ wording }) => wording),
      promises: promises.map(({ wording }) => wording).sort(),
      plans: plans.map(({ action }) => action),
    };
  };
  await expect.poll(told, prompt).toEqual({
    state: "ended",
    outcome: "held",
    people: ["Abuela present", "Héctor absent", "Rosa present"],
    fields: ["growth", "needs", "nextCheckIn", "proud", "questions", "strengths"],
    goals: ["Raise Geometry to a B"],
    promises: ["A seat in Algebra 1B", "Office hours"],
    plans: ["Tutoring on Mondays"],
  });

  // Both texts of the one field stand, and the other's fields came in by themselves.
  await here.getByText("Someone else changed this").waitFor();
  expect(await here.getByText("Someone else changed this").count()).toBe(1);
  await expect.poll(() => here.getByLabel("Grew in").inputValue(), prompt).toBe("Asking");
  await there.getByLabel("Question 1", { exact: true }).waitFor();
  expect((await look(lectern, story)).fields.find(({ field }) => field === "proud")?.value).toBe("Bridges");

  // The times are those of the school's clock, not of a laptop two hours behind.
  const { startedAt, endedAt } = (await look(lectern, story)).conference;
  expect(Math.abs(Date.parse(startedAt!) - startedAbout)).toBeLessThan(10_000);
  expect(Math.abs(Date.parse(endedAt!) - endedAbout)).toBeLessThan(10_000);
  expect(recordId).toBe((await look(lectern, story)).id);
  await Promise.all([okafor.close(), lindgren.close()]);
}, 150_000);

test("a browser that dies in the middle without network loses nothing", async () => {
  const story = await aMeetingToCome();
  const folder = mkdtempSync(join(inject("scratch"), "browser-"));
  const first = await openLastingBrowser(folder);
  await signIn(first, story.mrOkafor);
  const page = await openRoom(first, story);
  await cable.pull();
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await page.getByRole("group", { name: /Rosa/ }).getByText("Here", { exact: true }).click();
  await page.getByLabel("Proud of").pressSequentially("Cranes, Pier 9");
  await page.waitForTimeout(6000); // Chromium writes whose room it is to the disk within five seconds
  await killLastingBrowser(folder, first);

  const second = await openLastingBrowser(folder);
  const again = await second.newPage();
  await again.goto(`${cable.baseURL}/room/${story.conferenceId}`);
  await expect.poll(() => again.getByLabel("Proud of").inputValue(), prompt).toBe("Cranes, Pier 9");
  await again.getByRole("button", { name: "Interrupt" }).waitFor();
  const rosa = again.getByRole("group", { name: /Rosa/ });
  expect(await rosa.getByRole("radio", { name: "Here", exact: true }).isChecked()).toBe(true);
  await signIn(second, story.mrOkafor); // Chromium writes cookies only every half minute
  await cable.plugIn();
  await expect
    .poll(async () => {
      const { conference, fields, people } = await look(lectern, story);
      const rosaIs = people.find(({ personId }) => personId === story.rosa.personId)?.attendance;
      return [conference.state, fields.map(({ value }) => value), rosaIs];
    }, prompt)
    .toEqual(["live", ["Cranes, Pier 9"], "present"]);
  await second.close();
}, 120_000);

/** All that lies in the browser's own stores, as the next person at this computer finds it. */
const leftBehind = (page: Page) =>
  page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(
        ({ name }) =>
          new Promise<number>((resolve) => {
            const request = indexedDB.open(name!);
            request.onsuccess = () => {
              const { result } = request;
              const stores = [...result.objectStoreNames];
              if (stores.length === 0) return resolve(0);
              const transaction = result.transaction(stores);
              let rows = 0;
              for (const store of stores) {
                const count = transaction.objectStore(store).count();
                count.onsuccess = () => (rows += count.result);
              }
              transaction.oncomplete = () => (result.close(), resolve(rows));
            };
          }),
      ),
    );
    return {
      rows: databases.reduce((all, each) => all + each, 0),
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      account: localStorage.getItem("lectern.kept-account"),
    };
  });

test("before signing out what lies here is closed, and after it nothing is left", async () => {
  const story = await aMeetingToCome();
  await write(lectern, story.mrOkafor, story, "proud", "Cranes, Pier 9");
  const context = await openContext(browser, { baseURL: cable.baseURL });
  await signIn(context, story.mrOkafor);
  const page = await openRoom(context, story);
  const before = await leftBehind(page);
  expect(before).toMatchObject({ caches: 1, workers: 1, account: story.mrOkafor.personId });
  expect(before.rows).toBeGreaterThan(3);
  expect(await readableOn(page)).not.toMatch(/Cranes|Rosa|Itzel|Okafor/);

  await page.goto(`${cable.baseURL}/conferences`);
  await page.getByRole("button", { name: /Daniel/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect
    .poll(() => leftBehind(page), prompt)
    .toEqual({ rows: 0, caches: 0, workers: 0, account: null });
  await context.close();
}, 90_000);

/** Everything stored as text would be found here; keys and sealed bytes say nothing. */
const readableOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("lectern");
      request.onsuccess = () => resolve(request.result);
    });
    const rows: unknown[] = [];
    for (const store of database.objectStoreNames) {
      const request = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => (request.onsuccess = resolve));
      rows.push(...(request.result as unknown[]));
    }
    database.close();
    const decoder = new TextDecoder();
    const say = (_: string, value: unknown) => (value instanceof ArrayBuffer ? decoder.decode(value) : value);
    return JSON.stringify(rows, say) + JSON.stringify({ ...localStorage });
  });

test("the next account at the computer opens no room of the last one, with or without network", async () => {
  const story = await aMeetingToCome();
  const context = await openContext(browser, { baseURL: cable.baseURL });
  await signIn(context, story.mrOkafor);
  const page = await openRoom(context, story);
  await signIn(context, story.rosa); // a session that ran out is followed by somebody else's
  await page.goto(`${cable.baseURL}/`);
  await page.locator("h1").first().waitFor();
  await expect.poll(async () => (await leftBehind(page)).rows, prompt).toBe(0);
  await cable.pull();
  await page.goto(`${cable.baseURL}/room/${story.conferenceId}`);
  await page.locator("h1").first().waitFor();
  expect(await page.getByLabel("Proud of").count()).toBe(0);
  await cable.plugIn();
  await context.close();
}, 90_000);

test("what was said otherwise elsewhere meanwhile asks which stands, and what cannot be any more is named", async () => {
  const story = await aMeetingToCome();
  const { conferenceId, mrOkafor, rosa, school, itzel } = story;
  const context = await openContext(browser, { baseURL: cable.baseURL });
  await signIn(context, mrOkafor);
  const page = await openRoom(context, story);
  await cable.pull();
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await page.getByRole("group", { name: /Rosa/ }).getByText("Here", { exact: true }).click();
  await page.getByRole("button", { name: "Goal 1" }).click();
  await page.getByLabel(/will achieve/).fill("Raise Geometry to a B");
  await page.getByText("Offline: kept on this device").nth(2).waitFor();
  await lectern.as(mrOkafor, async () => {
    const part = "guardian" as const;
    await changeParticipant(conferenceId, rosa.personId, { part, attendance: "remote" });
    const goal = { studentId: itzel.personId, seasonId: school.seasonId, wording: "Read", measure: "" };
    for (let count = 0; count < 3; count++)
      await setGoal({ ...goal, category: "academic", dueOn: null, language: "en" });
  });
  await cable.plugIn();
  await page.getByText("The new goal was not taken.").waitFor({ timeout: 20_000 });
  await page.reload(); // not read yet, it is said again, with the words that were in it
  const notTaken = page.getByRole("status").filter({ hasText: "The new goal was not taken." });
  await notTaken.getByText("Raise Geometry to a B").waitFor({ timeout: 20_000 });
  const other = page.getByRole("listitem").filter({ hasText: "Someone else changed this" });
  await other.getByRole("button", { name: "Use mine" }).waitFor();
  expect(await faultsOf(page, "room-conflicts")).toEqual([]);
  await other.getByRole("button", { name: "Use mine" }).click();
  await notTaken.getByRole("button", { name: "Close" }).click();
  await expect
    .poll(async () => (await look(lectern, story)).people.map(({ attendance }) => attendance), prompt)
    .toContain("present");
  await context.close();
}, 90_000);

test("a family's device keeps nothing for a meeting without network", async () => {
  const story = await aMeetingToCome();
  const context = await openContext(browser, { baseURL: cable.baseURL });
  await signIn(context, story.rosa);
  const page = await context.newPage();
  await page.goto(`${cable.baseURL}/`);
  await page.locator("h1").first().waitFor();
  await page.waitForTimeout(500);
  expect(await leftBehind(page)).toMatchObject({ caches: 0, workers: 0, account: null });
  await context.close();
});

test("a session that ran out meanwhile asks to sign in again, and what was done is told then", async () => {
  const story = await aMeetingToCome();
  const context = await openContext(browser, { baseURL: cable.baseURL });
  await signIn(context, story.mrOkafor);
  const page = await openRoom(context, story);
  await cable.pull();
  await page.getByRole("button", { name: "Start the meeting" }).click();
  await page.getByLabel("Proud of").fill("Cranes, Pier 9");
  await page.getByText("Offline: kept on this device").first().waitFor();
  await context.clearCookies();
  await cable.plugIn();
  await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Itzel" }).waitFor({ timeout: 20_000 });
  expect(await page.getByLabel("Proud of").count()).toBe(0);
  await signIn(context, story.mrOkafor);
  await page.reload();
  await expect
    .poll(async () => {
      const { conference, fields } = await look(lectern, story);
      return [conference.state, fields.map(({ value }) => value)];
    }, prompt)
    .toEqual(["live", ["Cranes, Pier 9"]]);
  await context.close();
}, 90_000);
