import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings } from "#test/support/axe.ts";
import {
  openBrowser,
  openContext,
  overflowsSideways,
  picture,
  smallTargets,
  type View,
} from "#test/support/browser.ts";
import { buildPages } from "#test/support/built-pages.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { addGuardian, addStudent, answerFor, type Person } from "#test/support/people.ts";
import { addSchool } from "#test/support/school.ts";
import { arrangeConference, aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { addressOf } from "#test/support/uploads.ts";

let lectern: Lectern;
let browser: Browser;
let baseURL: string;
let story: Story;
const patience = { timeout: 120_000 };

beforeAll(async () => {
  await buildPages();
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
  baseURL = await addressOf(lectern);
  story = await aStudentWithAdviser(lectern.db);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

async function openAs(person: Person, path: string, view: View = { width: "phone" }): Promise<Page> {
  const context = await openContext(browser, { ...view, baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(person)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await axeFindings(page), name).toEqual([]);
  expect(await smallTargets(page), name).toEqual([]);
  expect(await overflowsSideways(page), name).toBe(false);
}

test(
  "Rosa, with two children at two schools, answers six questions in Spanish on her phone",
  patience,
  async () => {
    const { school, itzel, rosa, mrOkafor } = story;
    const middle = await addSchool(lectern.db, school.districtId, { name: "Alder Creek Middle School" });
    await lectern.db
      .updateTable("school")
      .set({ phone: "(555) 555-0142" })
      .where("id", "=", school.schoolId)
      .execute();
    await answerFor(middle, await addStudent(middle, "Emiliano Navarro Duarte", { grade: 7 }), rosa);
    const conferenceId = await arrangeConference(school, itzel, mrOkafor, {
      guests: [rosa],
      startsAt: "2026-11-20T01:40:00Z",
      endsAt: "2026-11-20T02:10:00Z",
    });
    const page = await openAs(rosa, "/");
    await page.getByText("Alder Creek Middle School").first().waitFor();
    await looksRight(page, "guardian-home-two-schools");
    await page.getByRole("link", { name: "Responder seis preguntas" }).press("Enter");
    const proud = page.getByLabel("¿Qué le da orgullo de");
    await proud.fill("Ya pregunta por qué.");
    await looksRight(page, "six-questions-one");
    await page.getByRole("button", { name: "Siguiente" }).press("Enter");
    await page.getByLabel("¿Qué dice").fill("Que le gusta la biología.");
    await page.getByText("Todas en una página").click();
    await page.getByLabel("¿Hay algo en casa").fill("Su abuela está enferma.");
    await page.getByText("Por video", { exact: true }).click();
    await page.getByLabel("¿Quién viene?").fill("Yo, y tal vez mi hermana");
    await page.getByText(/Guardado/).waitFor();
    await looksRight(page, "six-questions-all");
    await page.getByRole("button", { name: "Eso es todo" }).press("Enter");
    await page.getByText("Respondió seis preguntas").waitFor();
    await page.context().close();
    const adviser = await openAs(mrOkafor, `/conferences/${conferenceId}`, { width: "desk" });
    await adviser.getByText("Su abuela está enferma.").waitFor();
    expect(await adviser.getByText("For staff only", { exact: true }).count()).toBe(2);
    await looksRight(adviser, "adviser-reads-family");
    await adviser.context().close();
  },
);

test(
  "afterwards she reads, signs, says how it was, and asks the adviser, who answers",
  patience,
  async () => {
    const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
    const { conferenceId } = await holdConference(school, itzel, mrOkafor);
    const page = await openAs(rosa, `/review/${conferenceId}`);
    await page.getByLabel("¿Qué le sorprendió?").fill("Que habló veinte minutos.");
    await page.getByLabel("Su nombre").fill("Rosa Duarte");
    await page.getByText("Recibí una copia").click();
    await page.getByRole("button", { name: "Enviar", exact: true }).press("Enter");
    await page.getByText("Gracias. Usted escribió su nombre").waitFor();
    await page.getByLabel("Preguntar a").fill("¿Puede quedarse los martes?");
    await page.getByRole("button", { name: "Enviar la pregunta" }).press("Enter");
    await page.getByText("le debe una respuesta").waitFor();
    await looksRight(page, "review-afterwards-es");
    const adviser = await openAs(mrOkafor, `/line/${itzel.personId}`, { width: "desk", scheme: "dark" });
    await adviser.getByLabel("Your answer").fill("Yes, until 4:30.");
    await looksRight(adviser, "line-adviser-desk-dark");
    await adviser.getByRole("button", { name: "Send the answer" }).press("Enter");
    await adviser.getByText("Yes, until 4:30.").waitFor();
    await page.goto(`/line/${itzel.personId}`);
    await page.getByText("Yes, until 4:30.").waitFor();
    await looksRight(page, "line-guardian-phone");
    await Promise.all([page.context().close(), adviser.context().close()]);
  },
);

test("an aunt asks a student who turned 18 last week, and the student decides", patience, async () => {
  const { school, mrOkafor } = story;
  const noor = await addStudent(school, "Noor Hassan Abdi", { grade: 12, bornOn: "2008-11-05" });
  const aunt = await addGuardian(school, noor, "Hodan Abdi", { relationship: "aunt" });
  await holdConference(school, noor, mrOkafor);
  const page = await openAs(aunt, "/", { width: "phone", scheme: "dark" });
  await looksRightOnce(page, "Ask", "guardian-at-18-dark");
  await page.getByRole("button", { name: "Ask" }).press("Enter");
  await page.getByText("has been asked").waitFor();
  const student = await openAs(noor, "/my-people");
  await student.getByText("asked you on").waitFor();
  await looksRight(student, "my-people-phone");
  await student
    .getByRole("group", { name: /see my work/ })
    .getByText("Yes")
    .click();
  await student.getByText("It counts from now on").waitFor();
  await page.reload();
  await page.getByRole("link", { name: "Read it" }).waitFor();
  await Promise.all([page.context().close(), student.context().close()]);
});

async function looksRightOnce(page: Page, button: string, name: string): Promise<void> {
  await page.getByRole("button", { name: button }).waitFor();
  await looksRight(page, name);
}
