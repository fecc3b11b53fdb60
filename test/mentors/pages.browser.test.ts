import { uuidv7 } from "uuidv7";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  axeFindings,
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  type View,
} from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addGuardian, addStudent, type Person } from "#test/support/people.ts";
import { arrangeConference } from "#test/support/story.ts";
import { addressOf } from "#test/support/uploads.ts";
import { checkIn } from "#web/follow-up/follow-up.api.ts";
import { listGoals } from "#web/goals/goal.api.ts";
import { openItem, proposeMentor } from "#web/mentors/mentor.api.ts";
import { approvedMentor, aStudentWhoShowed, coach, type Shown } from "./mentor-story.ts";

let lectern: Lectern;
let browser: Browser;
let story: Shown;
let mentor: Person;
let newcomer: Person;

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  story = await aStudentWhoShowed(lectern);
  await fill(story);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

/** A mentor with things open to her, a wish each way, a restricted uncle, a plan that is due. */
async function fill({ school, itzel, mrOkafor, rosa, items, conferenceId }: Shown): Promise<void> {
  newcomer = await addStudent(school, "Bao-Anh Nguyen");
  await addGuardian(school, itzel, "Efraín Duarte", { mayAttend: false, mayInspectRecords: false });
  mentor = await approvedMentor(lectern, story);
  for (const item of [items.work, items.goal])
    await lectern.as(itzel, () => openItem(itzel.personId, mentor.personId, item));
  await lectern.as(itzel, () =>
    proposeMentor(itzel.personId, coach({ name: "Efrain Duarte", line: "Soccer coach" })),
  );
  const longName = "Wilhelmina Oluwaseun Papadimitriou-Featherstonehaugh de la Concepción";
  await lectern.as(itzel, () => proposeMentor(itzel.personId, coach({ name: longName, isMinor: true })));
  const coming = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  const { districtId } = school;
  await lectern.db
    .insertInto("participant")
    .values({ districtId, conferenceId: coming, personId: mentor.personId, part: "mentor" })
    .execute();
  await lectern.db
    .insertInto("intervention")
    .values(
      (["agreed", "reviewed"] as const).map((state, position) => ({
        districtId,
        id: uuidv7(),
        studentId: itzel.personId,
        conferenceId,
        need: "learning-gap",
        action: "Office hours for geometry, every Tuesday",
        provider: "Ms. Lindgren",
        frequency: "weekly",
        reviewOn: "2026-11-10",
        state,
        position,
      })),
    )
    .execute();
  const { goals } = await lectern.as(itzel, () => listGoals(itzel.personId));
  await lectern.as(itzel, () =>
    checkIn(goals[0]!.id, { on: "2026-11-12", line: "Two chapters this week", language: "en" }),
  );
}

async function signedIn(person: Person | null, view: View): Promise<BrowserContext> {
  const baseURL = await addressOf(lectern);
  const context = await openContext(browser, { ...view, baseURL });
  if (person === null) return context;
  const [name = "", value = ""] = (await lectern.cookieOf(person)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  return context;
}

async function lookAt(context: BrowserContext, path: string, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  await picture(page, name);
  expect.soft(await axeFindings(page), name).toEqual([]);
  expect.soft(await smallTargets(page), name).toEqual([]);
  expect.soft(await overflowsSideways(page), name).toBe(false);
  return page;
}

const views = [
  { width: "desk", scheme: "light" },
  { width: "phone", scheme: "dark" },
] as const;

describe.each(views)("at a $width in $scheme", (view) => {
  const look = `${view.width}-${view.scheme}`;

  test("the student asks, chooses and looks back; a newcomer begins", async () => {
    const context = await signedIn(story.itzel, view);
    const page = await lookAt(context, "/mentors", `mentors-own-${look}`);
    await page.getByRole("button", { name: /^Choose what/ }).click();
    await page.getByText("The creek at night").waitFor();
    await picture(page, `mentors-choose-${look}`);
    expect.soft(await axeFindings(page)).toEqual([]);
    await lookAt(context, `/goals/${story.itzel.personId}`, `thread-${look}`);
    await context.close();
    const other = await signedIn(newcomer, view);
    await lookAt(other, "/mentors", `mentors-empty-${look}`);
    await other.close();
  });

  test("the adviser answers, and follows what was agreed", async () => {
    const context = await signedIn(story.mrOkafor, view);
    const page = await lookAt(context, `/mentors/${story.itzel.personId}`, `mentors-adviser-${look}`);
    await expect.poll(() => page.getByText("cannot be a mentor").count()).toBe(1);
    await lookAt(context, "/follow-up", `follow-up-${look}`);
    await lookAt(context, "/", `adviser-home-owed-${look}`);
    await context.close();
  });

  test("the mother decides about numbers and the record, in Spanish", async () => {
    const context = await signedIn(story.rosa, view);
    const page = await lookAt(context, `/mentors/${story.itzel.personId}`, `mentors-family-${look}`);
    const numbers = page.getByRole("checkbox", { name: /Notas y resultados/ });
    await numbers.click();
    await page.getByText("Guardado").waitFor();
    await numbers.click();
    await context.close();
  });

  test("the mentor comes in and sees what is open to her", async () => {
    const outside = await signedIn(null, view);
    await lookAt(outside, "/mentor-link#a-token-that-was-never-made", `mentor-link-${look}`);
    await outside.close();
    const context = await signedIn(mentor, view);
    await lookAt(context, "/", `mentor-home-${look}`);
    await lookAt(context, `/seen/${story.presentationId}`, `mentor-seen-${look}`);
    await context.close();
  });
});
