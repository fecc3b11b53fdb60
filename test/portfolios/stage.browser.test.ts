import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "#test/support/axe.ts";
import { openBrowser, openContext, picture, type View } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { addressOf } from "#test/support/uploads.ts";
import { endPresentation, startPresentation } from "#web/stage/stage.api.ts";
import { aFullWall } from "./shelf-story.ts";
import { titlesOn, wallAs } from "./portfolio-story.ts";

let lectern: Lectern;
let browser: Browser;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
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

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

test("pieces move by keys alone, the move is said, and the focus stays with the piece", async () => {
  const { itzel } = await aFullWall(lectern);
  const page = await open(await signedIn(itzel), "/portfolio");
  const title = "The creek that stops breathing at night";
  await page.getByRole("button", { name: /^Move .*The creek that stops.* later$/ }).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await page.getByText(`${title}: number 2 of 2 in Where I grew`).waitFor({ state: "attached" });
  expect(await focused(page)).toContain(title);
  await page.keyboard.press("Alt+ArrowRight");
  await page.getByText(`${title}: number 1 of 2 in A skill, proved`).waitFor({ state: "attached" });
  expect(await focused(page)).toContain(title);
  await page.keyboard.press("Enter");
  await page.getByText(`${title}: number 2 of 2 in A skill, proved`).waitFor({ state: "attached" });
  expect(titlesOn(await wallAs(lectern, itzel, itzel))["skill"]?.at(-1)).toBe(title);
});

test("a piece is chosen, taken down and hung again without a mouse", async () => {
  const { itzel } = await aFullWall(lectern);
  const page = await open(await signedIn(itzel), "/portfolio");
  await page.getByRole("button", { name: "Add another piece" }).first().press("Enter");
  await page.getByRole("button", { name: "Who is nearest" }).press("Enter");
  await page.getByText("Your adviser can see it now.").waitFor({ state: "attached" });
  await page.getByRole("button", { name: /^Take .*Who is nearest/ }).press("Enter");
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.waitFor();
  expect(await undo.evaluate((button) => button === document.activeElement)).toBe(true);
  await undo.press("Enter");
  await page.getByRole("button", { name: /^Take .*Who is nearest/ }).waitFor();
  expect(titlesOn(await wallAs(lectern, itzel, itzel))["proud"]).toHaveLength(2);
});

test("a piece can be dragged with the mouse to another part", async () => {
  const { itzel } = await aFullWall(lectern);
  const page = await open(await signedIn(itzel), "/portfolio");
  await page.waitForLoadState("networkidle");
  const from = await page.getByRole("img", { name: "Cranes, Pier 9" }).boundingBox();
  const to = await page.getByRole("heading", { name: "The creek that stops" }).boundingBox();
  if (!from || !to) throw new Error("Nothing to drag.");
  await page.mouse.move(from.x + 40, from.y + 40);
  await page.mouse.down();
  for (const step of [0.3, 0.6, 1])
    await page.mouse.move(from.x + 40 + step * (to.x - from.x), from.y + 40 + step * (to.y - from.y), {
      steps: 6,
    });
  await page.waitForTimeout(600);
  await page.mouse.up();
  await expect.poll(async () => titlesOn(await wallAs(lectern, itzel, itzel))["proud"]).toEqual([]);
});

test("the student starts, presents without a network, sees her notes beside, and shares", async () => {
  const { itzel, conferenceId } = await aFullWall(lectern);
  const context = await signedIn(itzel);
  const page = await open(context, `/stage/${conferenceId}`);
  await expect.poll(() => page.getByText("Getting everything ready").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Start and keep a copy" }).press("Enter");
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  const notes = await open(context, `/presenter/${conferenceId}`);
  await notes.getByText("Welcome", { exact: true }).waitFor();
  await page.waitForTimeout(500);

  await context.setOffline(true);
  await page.bringToFront();
  await page.keyboard.press("PageDown");
  await page.getByRole("img", { name: "Cranes, Pier 9" }).waitFor();
  const drawn = page.getByRole("img", { name: "Cranes, Pier 9" });
  expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await page.keyboard.press(" ");
  await page.getByRole("heading", { name: "The creek that stops" }).waitFor();
  await notes.getByText("The city samples at noon. Say it slowly").waitFor();
  expect(await axeFindings(notes)).toEqual([]);
  await notes.setViewportSize({ width: 390, height: 844 });
  await picture(notes, "presenter-phone");
  await notes.getByRole("button", { name: "Back" }).click();
  await page.getByRole("heading", { name: "Cranes, Pier 9" }).waitFor();
  await page.keyboard.press("b");
  await page.getByRole("button", { name: "Show the screen" }).waitFor();
  await page.keyboard.press("b");
  await context.setOffline(false);

  await page.getByRole("button", { name: "Show another piece" }).press("Enter");
  await page.getByRole("button", { name: "Who is nearest" }).press("Enter");
  await page.getByRole("heading", { name: "Who is nearest" }).waitFor();
  const end = page.getByRole("button", { name: "End and share with my family" });
  for (let at = 0; at < 30 && !(await end.isVisible()); at++) await page.keyboard.press("ArrowRight");
  await picture(page, "stage-end");
  expect(await axeFindings(page)).toEqual([]);
  await context.setOffline(true);
  await end.click();
  await page.getByText("There is no network right now.").waitFor();
  await context.setOffline(false);
  await end.click();
  await page.getByRole("heading", { name: "That was your conference." }).waitFor();
  const shown = await lectern.db
    .selectFrom("presentation")
    .select(["state", "digest"])
    .where("conferenceId", "=", conferenceId)
    .executeTakeFirst();
  expect(shown).toMatchObject({ state: "ended", digest: expect.any(Buffer) });
  await context.close();
});

test("she keeps her numbers off the screen, rehearses, jumps by small pictures, and the rehearsal is kept", async () => {
  const { itzel, conferenceId } = await aFullWall(lectern);
  const context = await signedIn(itzel);
  await context.clock.install({ time: lectern.now });
  const page = await open(context, "/portfolio");
  await page.getByRole("button", { name: "Keep it off the screen" }).press("Enter");
  await page.getByText("None of your numbers comes onto the screen").waitFor();
  await page.getByRole("button", { name: "Add a section of your own" }).press("Enter");
  await page.getByLabel("Name of the section").fill("What I build at home");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What I build at home" }).waitFor();
  await page.getByRole("button", { name: "Move the section" }).first().press("Enter");
  await picture(page, "portfolio-choices");
  expect(await axeFindings(page)).toEqual([]);

  await page.goto(`/stage/${conferenceId}`);
  await page.getByText("Your adviser shows it to them apart").waitFor();
  await picture(page, "stage-ready-kept-back");
  await page.getByRole("button", { name: "Just rehearse" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.clock.runFor(90_000);
  await page.keyboard.press("g");
  const overview = page.getByRole("dialog", { name: "All slides" });
  await overview.waitFor();
  await picture(page, "stage-overview");
  expect(await axeFindings(page)).toEqual([]);
  expect(await overview.textContent()).not.toContain("Results: ");
  await overview.getByRole("button", { name: /Thank you/ }).press("Enter");
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByText("Your rehearsal is kept").waitFor();
  await picture(page, "stage-rehearsed");
  const kept = await lectern.db
    .selectFrom("rehearsal")
    .select("parts")
    .where("studentId", "=", itzel.personId)
    .executeTakeFirst();
  const welcome = (kept?.parts as { key: string; seconds: number }[]).find(({ key }) => key === "welcome");
  expect(welcome?.seconds).toBeGreaterThanOrEqual(90);
  await context.close();
});

test("her phone shows her notes by itself, and an adviser takes back what should not have been shown", async () => {
  const { itzel, mrOkafor, conferenceId } = await aFullWall(lectern);
  const phone = await signedIn(itzel, { width: "phone" });
  const notes = await open(phone, `/presenter/${conferenceId}`);
  await notes.getByRole("button", { name: "Use my notes by hand" }).click();
  await notes.getByRole("button", { name: "Next" }).click();
  await notes.getByRole("button", { name: "Next" }).click();
  await notes.getByText("The city samples at noon. Say it slowly").waitFor();
  await picture(notes, "presenter-alone");
  expect(await axeFindings(notes)).toEqual([]);
  await phone.close();

  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.as(itzel, () => endPresentation(id));
  const context = await signedIn(mrOkafor);
  const page = await open(context, `/conferences/${conferenceId}`);
  await page.getByRole("link", { name: /^Shown on/ }).click();
  await page.getByRole("heading", { name: /What .*Itzel.* showed/ }).waitFor();
  await page.getByText("Take this back", { exact: false }).first().click();
  await page.getByRole("button", { name: "Hide it now" }).first().click();
  await page.getByText("Please write the reason.").waitFor();
  await picture(page, "shown-take-back");
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel("Why?").first().fill("A classmate can be recognized in it");
  await page.getByRole("button", { name: "Hide it now" }).first().click();
  await page.getByText("was taken back by").waitFor();
  await picture(page, "shown-taken-back");
  await context.close();
});

test("a start by mistake is taken back, and a swipe goes on at a phone", async () => {
  const { itzel, conferenceId } = await aFullWall(lectern);
  const context = await signedIn(itzel, { width: "phone" });
  // The app's clock stands still on conference night, so the browser's does too.
  await context.clock.install({ time: lectern.now });
  const page = await open(context, `/stage/${conferenceId}`);
  await page.getByRole("button", { name: "Start and keep a copy" }).click();
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await swipeLeft(page);
  await page.getByRole("heading", { name: "Cranes, Pier 9" }).waitFor();
  await picture(page, "stage-undo-phone");
  await page.getByRole("button", { name: "Take the start back" }).click();
  await page.getByText("The start is taken back.").waitFor();
  await context.close();
});

async function swipeLeft(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y: 400 }],
    });
  await touch("touchStart", 340);
  await touch("touchMove", 200);
  await touch("touchMove", 60);
  await touch("touchEnd", 60);
}
