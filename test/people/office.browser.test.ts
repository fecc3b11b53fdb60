import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "#test/support/axe.ts";
import { openBrowser, openContext, overflowsSideways, picture, views } from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addGuardian, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addressOf } from "#test/support/uploads.ts";

let lectern: Lectern;
let browser: Browser;
let story: Story;
let msEze: Person;
let baseURL: string;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  baseURL = await addressOf(lectern);
  story = await aStudentWithAdviser(lectern.db);
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  await addGuardian(story.school, story.itzel, "Efraín Duarte", { relationship: "uncle" });
  await addStudent(story.school, `Maximiliana-${"Anastasia".repeat(8)} von Hohenstein-Wertheim`);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

const pages = () => ({
  home: "/",
  students: "/people",
  "new-student": "/people/new",
  student: `/people/students/${story.itzel.personId}`,
  staff: "/people/staff",
  advisories: "/people/advisories",
  advisory: `/people/advisories/${story.advisoryId}`,
  school: "/school",
});

/** Signed in as the administrator. */
async function open(view: (typeof views)[number]) {
  const context = await openContext(browser, { ...view, baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(msEze)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  return await context.newPage();
}

test.each(views)(
  "every page of the office is whole at the $width in $scheme",
  async (view) => {
    const page = await open(view);
    const complaints: string[] = [];
    for (const [name, path] of Object.entries(pages())) {
      await page.goto(path);
      await page.locator("main h1").waitFor();
      await page.waitForLoadState("networkidle");
      await picture(page, `office-${name}-${view.width}-${view.scheme}`);
      if (await overflowsSideways(page)) complaints.push(`${name} scrolls sideways`);
      complaints.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    }
    await page.context().close();
    expect(complaints).toEqual([]);
  },
  240_000,
);

test("an uncle's right is taken away only with its document, and the page then says who wrote it", async () => {
  const page = await open({ width: "desk", scheme: "light" });
  await page.goto(pages().student);
  await page.locator("summary", { hasText: "Efraín Duarte" }).click();
  const card = page.locator("details[open]", { hasText: "Efraín Duarte" });
  await card.getByLabel("May come to conferences").click();
  await card.getByLabel("Court document").fill("Order 24-117, Superior Court");
  await card.getByRole("button", { name: "Write down the restriction" }).click();
  await card.getByText("Restricted").waitFor();
  await page.reload();
  await page.getByText("court document: – → Order 24-117").waitFor();
  await page.context().close();
}, 120_000);
