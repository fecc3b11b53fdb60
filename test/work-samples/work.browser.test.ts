import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePreviews } from "#server/files/previews/make-previews.ts";
import {
  axeFindings,
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  views,
  type View,
} from "#test/support/browser.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addStudent, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addressOf, aPdf, aPhoto } from "#test/support/uploads.ts";
import { addWorkSample, listWorkSamples, readWorkSample } from "#web/work-samples/work-sample.api.ts";
import { aPiece, written } from "./pieces.ts";

const lectern = useLectern();
let story: Story;
let browser: Browser;

beforeAll(async () => {
  [story, browser] = [await aStudentWithAdviser(lectern.db), await openBrowser()];
  await lectern.as(story.itzel, async () => {
    await addWorkSample(aPiece({ sharedWithAdviser: true }));
    const arabic = "الجدول الذي يتوقف عن التنفس ليلاً";
    await addWorkSample(
      aPiece({ title: arabic, language: "ar", version: written(`${arabic}. `.repeat(20)) }),
    );
    const url = "https://docs.google.com/document/d/1aB/edit";
    await addWorkSample(aPiece({ title: "Tides, a site", version: { kind: "link", stage: "final", url } }));
    await addWorkSample(aPiece({ title: "word ".repeat(40), subject: "other" }));
  });
}, 120_000);
afterAll(async () => await browser?.close());

async function open(person: Person, path: string, view: View = {}): Promise<Page> {
  const baseURL = await addressOf(lectern);
  const context = await openContext(browser, { ...view, baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(person)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await axeFindings(page), name).toEqual([]);
  expect(await smallTargets(page), name).toEqual([]);
  expect(await overflowsSideways(page), name).toBe(false);
}

const newestOf = async (student: Person) =>
  (await lectern.as(student, () => listWorkSamples(student.personId))).workSamples[0]!;

describe.each(views)("at a $width in $scheme", (view) => {
  const named = (name: string) => `work-${name}-${view.width}-${view.scheme}`;

  test("the shelf, a piece and an empty shelf are found right", { timeout: 120_000 }, async () => {
    const shelf = await open(story.itzel, "/work", view);
    await looksRight(shelf, named("shelf"));
    await shelf.getByRole("link", { name: "The creek that stops breathing at night" }).click();
    await shelf.getByRole("button", { name: "New version" }).waitFor();
    await looksRight(shelf, named("piece"));
    await shelf.context().close();
    const newcomer = await addStudent(story.school, "Mateus Oliveira");
    const empty = await open(newcomer, "/work", view);
    await looksRight(empty, named("empty"));
    await empty.getByRole("button", { name: "Paste a link" }).click();
    await empty.getByRole("button", { name: "Put it on my shelf" }).click();
    await looksRight(empty, named("adding"));
    await empty.context().close();
  });
});

test("a text is written and put on the shelf by keys alone", { timeout: 120_000 }, async () => {
  const page = await open(story.itzel, "/work/add");
  await page.getByRole("button", { name: "Write" }).press("Enter");
  await page.getByLabel("Your text").fill("At five in the morning two sites are not healthy.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("What the morning says");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Sci");
  await page.getByRole("button", { name: "Put it on my shelf" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "What the morning says" }).waitFor();
  expect(await newestOf(story.itzel)).toMatchObject({ title: "What the morning says", subject: "science" });

  await page.getByRole("textbox", { name: "What was I asked to do" }).fill("I had to test one claim.");
  await page.getByText(/^Saved/).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Back to the question before" }).press("Enter");
  const answer = page.getByRole("textbox", { name: "What was I asked to do" });
  expect(await answer.inputValue()).toBe("I had to test one claim.");
  expect(await answer.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.context().close();
});

test(
  "several files go up while they are described; the pictures show on the shelf",
  { timeout: 120_000 },
  async () => {
    const noor = await addStudent(story.school, "Noor Haddad");
    const page = await open(noor, "/work/add");
    await page
      .locator("input[type=file]")
      .last()
      .setInputFiles([
        { name: "cranes_pier-9.jpg", mimeType: "image/jpeg", buffer: await aPhoto() },
        { name: "letters.pdf", mimeType: "application/pdf", buffer: await aPdf(2) },
        { name: "stool.sldprt", mimeType: "image/png", buffer: Buffer.from("not a picture") },
      ]);
    await page.getByRole("heading", { name: "Adding 3 pieces" }).waitFor();
    for (const subject of ["arts", "history"]) {
      await page.getByLabel("Subject").selectOption(subject);
      await page.getByRole("button", { name: "Put it on my shelf" }).click();
    }
    await expect.poll(() => page.getByText("On your shelf").count(), { timeout: 30_000 }).toBe(2);
    // The third says what can be done, and can be left out.
    await page.getByText("We can take photos and pictures").waitFor();
    await page.getByRole("button", { name: "Leave this piece out" }).click();
    await drawPictures(noor);
    await page.getByRole("link", { name: "Your shelf" }).first().click();
    await page.getByRole("heading", { name: "cranes pier 9" }).waitFor();
    await expect.poll(() => page.locator("main img").count()).toBe(2);
    await page.context().close();
  },
);

/** What the job does, now. */
async function drawPictures({ districtId, personId }: Person): Promise<void> {
  const files = await lectern.db
    .selectFrom("storedFile")
    .select("id")
    .where("ownerId", "=", personId)
    .execute();
  for (const { id } of files) await makePreviews(lectern.db, lectern.files, { districtId, fileId: id });
}

test(
  "two devices on one answer: the later one chooses, and neither text is lost",
  { timeout: 120_000 },
  async () => {
    const { id } = await lectern.as(story.itzel, () => addWorkSample(aPiece({ title: "On two devices" })));
    const [chromebook, phone] = [
      await open(story.itzel, `/work/${id}`),
      await open(story.itzel, `/work/${id}`, { width: "phone" }),
    ];
    const question = { name: "What was I asked to do" };
    await chromebook.getByRole("textbox", question).fill("From the Chromebook.");
    await chromebook.getByText(/^Saved/).waitFor();
    await phone.getByRole("textbox", question).fill("From the phone.");
    await phone.getByText("From the Chromebook.").waitFor();
    expect(await axeFindings(phone)).toEqual([]);
    await phone.getByRole("button", { name: "Use mine" }).click();
    await phone.getByText(/^Saved/).waitFor();
    const { reflections } = await lectern.as(story.itzel, () => readWorkSample(id));
    expect(reflections[0]?.answer).toBe("From the phone.");
    for (const page of [chromebook, phone]) await page.context().close();
  },
);
