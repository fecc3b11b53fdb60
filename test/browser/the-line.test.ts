import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import { pictureOf, textOf } from "#test/forms/read-pdf.ts";
import {
  axeFindings,
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  type View,
} from "#test/support/browser.ts";
import { freshDatabase, type TestDatabase } from "#test/support/database.ts";
import { openMailbox, type Mailbox } from "#test/support/mailbox.ts";
import { startRealServer, type RealServer } from "#test/support/real-server.ts";
import { aPdf, aPhoto } from "#test/support/uploads.ts";
import { aSchoolToday, type LineStory } from "./line-story.ts";

let database: TestDatabase;
let mailbox: Mailbox;
let server: RealServer;
let browser: Browser;
let story: LineStory;

beforeAll(async () => {
  [database, mailbox] = await Promise.all([freshDatabase(), openMailbox()]);
  story = await aSchoolToday(database.db);
  server = await startRealServer({ DATABASE_URL: database.url, SMTP_URL: mailbox.url });
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await mailbox?.close();
  await database?.drop();
});

const opened: Page[] = [];
const failures: string[] = [];

/** What stood on the screens when a step failed is the first thing one wants to see. */
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  console.error([...failures, server.said()].join("\n"));
  for (const [index, page] of opened.entries())
    if (!page.isClosed()) await picture(page, `line-failed-${index + 1}`);
});

let pictures = 0;

/** Looks at the page as it stands, light and dark: axe, width, and a picture to be looked at. */
async function look(page: Page, name: string): Promise<void> {
  const number = String(++pictures).padStart(2, "0");
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const where = `line-${number}-${name}-${colorScheme}`;
    await picture(page, where);
    expect.soft(await axeFindings(page), where).toEqual([]);
    expect.soft(await overflowsSideways(page), where).toBe(false);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function newPage(view: View = {}): Promise<[Page, BrowserContext]> {
  const context = await openContext(browser, { ...view, baseURL: server.baseURL });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => expect.soft(error).toBeUndefined());
  page.on("requestfailed", (request) =>
    failures.push(`${request.method()} ${request.url()} ${request.failure()?.errorText}`),
  );
  opened.push(page);
  return [page, context];
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Name or e-mail").fill(name);
  await page.getByLabel("Password").fill(story.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /^You:/ }).waitFor();
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const saved = (page: Page) =>
  page
    .getByText(/^Saved/)
    .first()
    .waitFor();

test(
  "one conference, from the adviser’s first click to the note the student keeps",
  { timeout: 900_000 },
  async () => {
    const [adviser, advisersDesk] = await newPage();
    const conference = await setConference(adviser);

    const [student, studentsDesk] = await newPage();
    await addWork(student);
    await reflect(student);
    await setGoal(student);
    await orderPortfolio(student);
    await present(student, conference);

    await writeInTheRoom(adviser, conference);
    await handOver(adviser);
    const pdf = await finish(adviser);
    await lookAtPdf(pdf);

    const [mother, mothersPhone] = await newPage({ width: "phone", locale: "es-US" });
    await readAtHome(mother);
    await readNote(student);
    for (const context of [advisersDesk, studentsDesk, mothersPhone]) await context.close();
  },
);

/** By hand: who, when, where, and who is asked to come. Returns the conference's id. */
async function setConference(page: Page): Promise<string> {
  await signIn(page, "daniel.okafor");
  await look(page, "adviser-home-before");
  await page.getByRole("link", { name: "Set a conference" }).first().click();
  await page.getByLabel("Student").selectOption({ label: "Itzel Navarro Duarte" });
  await heading(page, /^A conference for .*Itzel/).waitFor();
  await page.getByLabel("Day and time").fill(story.soon);
  await page.getByLabel("Place").fill("Room 214");
  await page.getByRole("checkbox", { name: /^.?Rosa Duarte/ }).check();
  await page.getByRole("checkbox", { name: /^.?Héctor Navarro/ }).check();
  await page.getByRole("checkbox", { name: /Héctor Navarro.*video/ }).check();
  await page.getByLabel("Interpreter").selectOption({ label: "Lucía Ferrer, Spanish" });
  await look(page, "new-conference");
  await page.getByRole("button", { name: "Set the conference" }).click();
  await heading(page, /^.?Itzel Navarro Duarte.?, /).waitFor();
  await look(page, "conference");
  const letter = await mailbox.waitFor(story.rosasAddress, /Itzel/);
  expect(letter.text).toContain("Room 214");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A text, a photograph, a PDF and a link. */
async function addWork(page: Page): Promise<void> {
  await signIn(page, "itzel.navarro");
  await look(page, "student-home-before");
  await page.goto("/work/add");
  await page.getByRole("button", { name: "Write" }).click();
  await page
    .getByLabel("Your text")
    .fill("They count the rows.\nThey count the men before they count the rows.");
  await page.getByLabel("What is it called?").fill("What the fields count");
  await page.getByLabel("Subject").selectOption("english");
  await look(page, "add-text");
  await page.getByRole("button", { name: "Put it on my shelf" }).click();
  await heading(page, "What the fields count").waitFor();

  await page.goto("/work/add");
  await page
    .locator("input[type=file]")
    .last()
    .setInputFiles([
      { name: "cranes.jpg", mimeType: "image/jpeg", buffer: await aPhoto("#e4572e") },
      { name: "letters.pdf", mimeType: "application/pdf", buffer: await aPdf(2, "The letters") },
    ]);
  for (const subject of ["arts", "history"]) {
    await page.getByLabel("Subject").selectOption(subject);
    await page.getByRole("button", { name: "Put it on my shelf" }).click();
  }
  await expect
    .poll(() => page.getByText("On your shelf", { exact: true }).count(), { timeout: 30_000 })
    .toBe(2);

  await page.goto("/work/add");
  await page.getByRole("button", { name: "Paste a link" }).click();
  await page.getByLabel("Address of the page").fill("https://data.example.org/alder-creek");
  await page.getByLabel("What is it called?").fill("Alder Creek, all readings");
  await page.getByLabel("Subject").selectOption("science");
  await page.getByRole("button", { name: "Put it on my shelf" }).click();
  await heading(page, "Alder Creek, all readings").waitFor();
  await page.goto("/work");
  await expect.poll(() => page.locator("main img").count(), { timeout: 60_000 }).toBe(2);
  await look(page, "shelf");
}

async function reflect(page: Page): Promise<void> {
  await page.getByRole("link", { name: "What the fields count" }).click();
  await page.getByRole("textbox", { name: "What was I asked to do" }).fill("A poem that repeats one word.");
  await saved(page);
  await look(page, "piece-with-reflection");
}

async function setGoal(page: Page): Promise<void> {
  await page.goto("/goals");
  await page.getByRole("button", { name: "Write your first goal" }).click();
  const goal = page.getByRole("region", { name: "Goal 1" });
  await goal.getByLabel(/^What will be different/).fill("Geometry from C to B.");
  await goal.getByLabel("How will we know?").fill("An average of 83 or more.");
  await goal.getByLabel("I will").fill("Go to office hours every Tuesday.");
  await goal.getByLabel(/^At home we will \(.?Rosa/).fill("Dejar libres los martes.");
  await goal.getByLabel("At school we will").fill("Keep a seat in Algebra recovery.");
  await goal.getByLabel("At school we will").blur();
  await saved(page);
  await look(page, "goals");
}

/** Three parts filled; the order changed once by a button and once by keys. */
async function orderPortfolio(page: Page): Promise<void> {
  await page.goto("/portfolio");
  const hang = async (name: RegExp, piece: string) => {
    await page.getByRole("button", { name }).first().click();
    await page
      .getByRole("group", { name: /^Choose a piece for/ })
      .getByRole("button", { name: piece })
      .click();
    await page.getByText(new RegExp(`${piece}.? hangs in`)).waitFor({ state: "attached" });
  };
  await hang(/^Choose a piece/, "cranes");
  await hang(/^Choose a piece/, "letters");
  await hang(/^Choose a piece/, "Alder Creek, all readings");
  await hang(/^Add another piece/, "What the fields count");
  await page.getByRole("button", { name: /^Move .?What the fields count.? earlier/ }).click();
  await page.getByText(/What the fields count.?: number 1 of 2/).waitFor({ state: "attached" });
  await page.getByRole("button", { name: /^Move .?What the fields count.? later/ }).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await page.getByText(/What the fields count.?: number 2 of 2/).waitFor({ state: "attached" });
  await look(page, "portfolio");
}

async function present(page: Page, conference: string): Promise<void> {
  await page.goto("/");
  await look(page, "student-home-today");
  await page.getByRole("link", { name: "Present", exact: true }).click();
  await page.waitForURL(`**/stage/${conference}`);
  await look(page, "stage-ready");
  await page.getByRole("button", { name: "Start and keep a copy" }).click();
  await heading(page, "Welcome").waitFor();
  await look(page, "stage-welcome");
  await page.keyboard.press("ArrowRight");
  await page.getByRole("img", { name: "cranes" }).waitFor();
  await look(page, "stage-work");
  const end = page.getByRole("button", { name: "End and share with my family" });
  for (let at = 0; at < 40 && !(await end.isVisible()); at++) {
    await page.keyboard.press("ArrowRight");
    if (await heading(page, /Geometry/).isVisible()) await look(page, "stage-goal");
  }
  await end.click();
  await heading(page, "That was your conference.").waitFor();
  await look(page, "stage-after");
}

/** Attendance, the core, a question; what is missing leads on. */
async function writeInTheRoom(page: Page, conference: string): Promise<void> {
  await page.goto("/");
  await look(page, "adviser-home-now");
  await page.getByRole("link", { name: "Open the room" }).click();
  await page.waitForURL(`**/room/${conference}`);
  await page
    .getByText(/to fill$/)
    .first()
    .waitFor();
  await attend(page, "Rosa", "Here");
  await attend(page, "Héctor", "By video");
  await page.getByLabel(/^What I see in/).fill("Itzel checks a claim before she repeats it.");
  await page
    .getByLabel("Reading and writing, in one plain sentence")
    .fill("In the middle of her grade, and growing.");
  await page.getByLabel("Math, in one plain sentence").fill("She has the ideas; steps get lost.");
  await page
    .getByLabel("What the family celebrates")
    .fill("Se levantó a las cinco sin que nadie se lo pidiera.");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByLabel("Question 1", { exact: true }).fill("Does the D stop college?");
  await page.getByLabel("What we agreed").first().fill("No. It must be repeated.");
  await page.getByLabel("Next check-in").fill(story.checkIn);
  await page.getByLabel("Next check-in").blur();
  await saved(page);
  await page.keyboard.press("Control+1"); // nothing half under the bar of sections
  await look(page, "room");
}

const attend = async (page: Page, name: string, how: string) =>
  await page
    .getByRole("group", { name: new RegExp(`^Is .?${name}.? here`) })
    .getByText(how, { exact: true })
    .click();

async function handOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "End the meeting" }).click();
  await page.getByRole("button", { name: "Read back", exact: true }).click();
  await page.getByRole("heading", { name: "Your names" }).waitFor();
  await look(page, "hand-over");
  const itzel = page.getByRole("form", { name: "Itzel Navarro Duarte" });
  await itzel.getByLabel("Type your name").fill("Itzel Navarro");
  await itzel.getByRole("checkbox", { name: "I took part" }).check();
  await itzel.getByRole("button", { name: "Put my name to it" }).click();
  await itzel.getByText("Typed ").waitFor();
  await page.getByRole("link", { name: "Hand the computer back" }).click();
}

/** Finishes the record and returns its PDF in English. */
async function finish(page: Page): Promise<Uint8Array> {
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Finish" }).click();
  await heading(page, /2026-F-0001.? is finished/).waitFor();
  await look(page, "room-finished");
  const href = await page.getByRole("link", { name: /^PDF in English/ }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return new Uint8Array(await answer.body());
}

async function lookAtPdf(pdf: Uint8Array): Promise<void> {
  const pages = await textOf(pdf);
  for (const [index] of pages.entries()) {
    const { png, grey } = await pictureOf(pdf, index + 1, 1.5);
    writeFileSync(join(projectRoot, `build/screenshots/line-record-${index + 1}.png`), png);
    expect(grey.some((shade) => shade < 80)).toBe(true);
  }
  const words = pages.join(" ");
  for (const said of [
    "Itzel Navarro Duarte",
    "Rosa Duarte",
    "Héctor Navarro",
    "Daniel Okafor",
    "2026-F-0001",
    "Geometry from C to B.",
    "more than expected",
  ])
    expect(words).toContain(said);
  expect(words).not.toContain("DRAFT");
}

/** From the letter to her part, her name and a note, on a phone and in Spanish. */
async function readAtHome(page: Page): Promise<void> {
  const letter = await mailbox.waitFor(story.rosasAddress, /lo que acordamos/);
  const link = /https?:\/\/\S+\/link#\S+/.exec(letter.text)?.[0] ?? "";
  await page.goto(link);
  await look(page, "mother-link");
  await page.getByRole("button", { name: /^(Entrar|Come in)$/ }).click();
  await heading(page, /^Lo que .*le mostró/).waitFor();
  await page.getByText("Geometry from C to B.").waitFor();
  await look(page, "mother-review");
  await page.getByRole("button", { name: "Sí, lo haré" }).click();
  await page.getByText("Usted dijo que sí").waitFor();
  const pdf = await page.request.get(
    (await page.getByRole("link", { name: /PDF/ }).getAttribute("href")) ?? "",
  );
  expect((await textOf(new Uint8Array(await pdf.body()))).join(" ")).toContain("Rosa Duarte");
  await page.getByLabel("Su nombre").fill("Rosa Duarte");
  await page.getByRole("checkbox", { name: /copia/ }).check();
  await page.getByRole("button", { name: "Enviar", exact: true }).click();
  await page.getByText(/^Gracias\. Usted escribió su nombre/).waitFor();
  await page.getByLabel("Su nota", { exact: true }).fill("Mi amor: estoy muy orgullosa de cómo hablaste.");
  await page.getByRole("button", { name: /^Dársela a/ }).click();
  await page.getByText("Mi amor: estoy muy orgullosa").first().waitFor();
  await look(page, "mother-done");
  await page.goto("/");
  await heading(page, /Rosa/).waitFor();
  await look(page, "mother-home");
}

async function readNote(page: Page): Promise<void> {
  await page.goto("/");
  await look(page, "student-home-after");
  await page.getByRole("link", { name: /Your family left you a note/ }).click();
  await page.getByText("Mi amor: estoy muy orgullosa").waitFor();
  await look(page, "student-note");
}
