import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openContext } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addressOf } from "#test/support/uploads.ts";

let lectern: Lectern;
let browser: Browser;
let story: Story;
let msEze: Person;
let page: Page;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  story = await aStudentWithAdviser(lectern.db);
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  const baseURL = await addressOf(lectern);
  const context = await openContext(browser, { baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(msEze)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  page = await context.newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

/** Opens the form behind a summary of a page. */
async function openForm(path: string, summary: string) {
  await page.goto(path);
  await page.locator("summary", { hasText: summary }).click();
  const form = page
    .locator("details", { has: page.locator("summary", { hasText: summary }) })
    .locator("form");
  const send = () => form.getByRole("button", { name: summary }).click();
  return { form, send };
}

const card = (name: string) => page.locator("summary", { hasText: name });

test("a colleague without a name is asked for it where it is missing; with one she is there, and the form is empty again", async () => {
  const { form, send } = await openForm("/people/staff", "Add a colleague");
  await form.getByLabel("Family name").fill("Ito");
  await send();
  await expect
    .poll(() => form.getByLabel("Given name").evaluate((e) => e === document.activeElement))
    .toBe(true);
  expect(await form.getByLabel("Family name").inputValue()).toBe("Ito");
  await form.getByLabel("Given name").fill("Kenji");
  await form.getByLabel("Role").selectOption("counsellor");
  await send();
  await card("Kenji Ito").waitFor();
  await form.waitFor({ state: "hidden" });
  await card("Add a colleague").click();
  expect(await form.getByLabel("Given name").inputValue()).toBe("");
}, 120_000);

test("an interpreter known as a parent already is linked, not written down twice", async () => {
  const { form, send } = await openForm("/people/interpreters", "Add an interpreter");
  await form.getByLabel("Given name").fill("Rosa");
  await form.getByLabel("Family name").fill("Duarte");
  await form.getByRole("button", { name: "Rosa Duarte" }).click();
  await send();
  await card("Rosa Duarte").waitFor();
}, 120_000);

test("a grandmother with a home of her own answers for the student once that home has a name", async () => {
  const { form, send } = await openForm(
    `/people/students/${story.itzel.personId}`,
    "Add somebody who answers for the student",
  );
  await form.getByLabel("Given name").fill("Consuelo");
  await form.getByLabel("Relationship").selectOption("grandmother");
  await form.getByLabel("Household").first().selectOption("");
  await send();
  const home = form.getByLabel("A new household (needed)");
  await expect.poll(() => home.evaluate((e) => e === document.activeElement)).toBe(true);
  await home.fill("Consuelo’s home");
  await send();
  await card("Consuelo").waitFor();
  await form.waitFor({ state: "hidden" });
}, 120_000);
