import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, openBrowser, openContext, overflowsSideways, picture } from "#test/support/browser.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { addGrade } from "#test/support/numbers.ts";
import { addStaff, addToCaseload } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { addressOf } from "#test/support/uploads.ts";

let lectern: Lectern;
let browser: Browser;

beforeAll(async () => {
  [lectern, browser] = await Promise.all([openLectern(), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await lectern?.close();
});

/** A counsellor with two students; a grade of one is there already. */
async function openAsCounsellor(width: "phone" | "desk", language: string) {
  const { school, itzel, kofi } = await aStudentWithAdviser(lectern.db);
  const mrOrtiz = await addStaff(school, "Samuel Ortiz", ["counsellor"], { language });
  for (const each of [itzel, kofi]) await addToCaseload(school, mrOrtiz, each, "counsellor");
  await addGrade(lectern.db, itzel);
  const baseURL = await addressOf(lectern);
  const context = await openContext(browser, { width, baseURL });
  const [name = "", value = ""] = (await lectern.cookieOf(mrOrtiz)).split("=");
  await context.addCookies([{ name, value, url: baseURL }]);
  return await context.newPage();
}

const table = [
  "Student,Course,Subject,Grade,As of,Room",
  "Itzel Navarro Duarte,Geometry,math,B,11/12/2026,12",
  "Kofi Mensah-Boateng,Geometry,math,A,11/12/2026,12",
  "Kofi Mensah,Geometry,math,A,11/12/2026,12",
].join("\n");

test("a counsellor sees what a pasted table does before it is written, and the refused row stays", async () => {
  const page = await openAsCounsellor("desk", "en");
  await page.goto("/numbers/enter");
  await page.getByText("Grades now").click();
  await page.getByLabel("The table").fill(table);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("1 new, 1 to change, 0 there already, 1 refused").waitFor();
  expect(await page.getByText("grade: C− → B").count()).toBe(1);
  await picture(page, "numbers-seen-desk");
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Add these 2" }).click();
  await page.getByText("Written: 1 new, 1 changed.").waitFor();
  expect(await page.getByLabel("The table").inputValue()).toBe(
    "Student,Course,Subject,Grade,As of,Room\nKofi Mensah,Geometry,math,A,11/12/2026,12",
  );
  await page.context().close();
}, 120_000);

test("by hand on a phone, in Spanish, it is the same table of one row", async () => {
  const page = await openAsCounsellor("phone", "es");
  await page.goto("/numbers/enter");
  await page.getByText("Una fila a mano").click();
  await page.getByLabel("Estudiante").fill("Itzel Navarro Duarte");
  await page.getByLabel("Prueba").fill("MAP Growth");
  await page.getByLabel("Área").selectOption("math");
  await page.getByLabel("Fecha").fill("2026-09-14");
  await page.getByLabel("Puntaje").fill("221");
  await page.getByRole("button", { name: "Ver qué hace" }).click();
  await page.getByText("1 nuevas").waitFor();
  await picture(page, "numbers-by-hand-phone");
  expect(await overflowsSideways(page)).toBe(false);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Agregar esta" }).click();
  await page.getByText("Escrito: 1 nuevas").waitFor();
  await page.context().close();
}, 120_000);
