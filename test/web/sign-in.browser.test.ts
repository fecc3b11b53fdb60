import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#server/sign-in/password.ts";
import { axeFindings } from "#test/support/axe.ts";
import {
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  views,
} from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addStaff } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
let lectern: Lectern;
let browser: Browser;
let baseURL: string;
let pageErrors: string[] = [];

const password = "herring gull lamp";
const email = "amara@calderbay.example";

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  await lectern.app.listen({ port: 0, host: "127.0.0.1" });
  baseURL = `http://127.0.0.1:${(lectern.app.server.address() as AddressInfo).port}`;
  const { school } = await aStudentWithAdviser(lectern.db);
  const { accountId } = await addStaff(school, "Amara Lindgren", ["teacher"], { email });
  const passwordHash = await hashPassword(password);
  await lectern.db.updateTable("account").set({ passwordHash }).where("id", "=", accountId).execute();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

beforeEach(() => void (pageErrors = []));
// A page that throws fails the test that opened it, whatever else it managed to show.
afterEach(() => expect(pageErrors).toEqual([]));

describe.each(views)("the sign-in page at a $width in $scheme", (view) => {
  test("is found right by axe, reachable by a fingertip, and no wider than the screen", async () => {
    const page = await open("/", view);
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await picture(page, `sign-in-${view.width}-${view.scheme}`);
  });
});

test("a deep link survives sign-in, by keyboard alone, and signing out ends it", async () => {
  const page = await open("/nowhere/in-particular?tab=2");
  await page.getByLabel("Name or e-mail").focus();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "We could not find this page" }).waitFor();
  expect(page.url()).toBe(`${baseURL}/nowhere/in-particular?tab=2`);
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole("link", { name: "Go to your home page" }).press("Enter");
  const welcome = page.getByRole("heading", { level: 1, name: "Welcome" });
  await welcome.waitFor();
  expect(await page.title()).toBe("Welcome, Amara Lindgren · Lectern");
  expect(await welcome.evaluate((heading) => heading === document.activeElement)).toBe(true);

  await page.getByRole("button", { name: "You: Amara" }).press("Enter");
  await page.getByRole("button", { name: "Sign out" }).press("Enter");
  await page.getByText("You are signed out.").waitFor();
  await page.reload();
  await page.getByLabel("Password").waitFor();
});

test("a wrong password says so at the field and keeps the name", async () => {
  const page = await open("/");
  await page.getByLabel("Name or e-mail").fill(email);
  await page.getByLabel("Password").fill("guess");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("do not fit together").waitFor();
  expect(await page.getByLabel("Name or e-mail").inputValue()).toBe(email);
  expect(await page.getByLabel("Password").getAttribute("aria-invalid")).toBe("true");
});

test("Spanish is one press away and stays after a reload", async () => {
  const page = await open("/", { width: "phone" });
  await page.getByRole("button", { name: "Español" }).first().click();
  await page.getByRole("heading", { name: "Adelante" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Adelante" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("es");
});

test("opening a mailed link spends nothing and hides its token; the press that follows may be refused kindly", async () => {
  const page = await open("/link#this-token-was-never-given-out-1234");
  expect(page.url()).toBe(`${baseURL}/link`);
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByText("used already or is too old").waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

async function open(path: string, view: Parameters<typeof openContext>[1] = {}): Promise<Page> {
  const context = await openContext(browser, { ...view, baseURL });
  const page = await context.newPage();
  page.on("pageerror", (error) => pageErrors.push(`${path}: ${error.stack}`));
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}
