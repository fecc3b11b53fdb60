import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { listResults } from "#web/assessments/result.api.ts";

const visited = useVisitors();
let story: Story;
let msEze: Person;
let mrSoto: Person;
beforeAll(async () => {
  story = await aStudentWithAdviser(visited.lectern.db);
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  mrSoto = await addStaff(story.school, "Álvaro Soto", ["school-administrator"], { language: "es" });
}, 60_000);

const table = [
  "Student\tTest\tArea\tTest date\tRIT\tPercentile\tNorm year",
  "Itzel Navarro Duarte\tMAP Growth\tMath\t9/14/2026\t221\t49\t2025",
  "Itzel Navarro Duarte\tMAP Growth\tReading\t9/15/2026\t22o\t49\t2025",
].join("\n");

test("an administrator pastes two results, sees which cannot be read, adds the other and keeps the rest", async () => {
  const page = await visited.openAs(msEze, "/numbers/enter");
  await page.getByLabel("The table").fill(table);
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByText(/22o.*cannot be read as: score/).waitFor();
  expect(await faultsOf(page, "numbers-seen")).toEqual([]);
  await page.getByRole("button", { name: "Add this one" }).click();
  await page.getByText("One row was refused. It stands in the table still.").waitFor();
  expect(await page.getByLabel("The table").inputValue()).toContain("22o");
  expect(await page.getByLabel("The table").inputValue()).not.toContain("221");
  const { results } = await visited.lectern.as(msEze, () => listResults(story.itzel.personId));
  expect(results.map(({ score, normYear, area }) => [score, normYear, area])).toEqual([[221, 2025, "math"]]);
  await page.context().close();
}, 120_000);

test("rows filled in by hand are looked at and added, in Spanish on a phone", async () => {
  const page = await visited.openAs(mrSoto, "/numbers/enter", { width: "phone", locale: "es" });
  page.setDefaultTimeout(10_000);
  await page.getByText("Una fila a mano").click();
  const by = (label: string) =>
    page.getByLabel(new RegExp(`^${label}(\\s|$)`)).and(page.locator("form .input"));
  await by("Estudiante").fill("Itzel Navarro Duarte");
  await by("Prueba").fill("MAP Growth");
  await by("Área").selectOption("math");
  await by("Fecha").fill("2026-09-14");
  await by("Puntaje").fill("225");
  await by("Año de las normas").fill("2025");
  await page.getByRole("button", { name: "Ver qué hace" }).click();
  await page.getByRole("button", { name: "Agregar esta" }).waitFor();
  expect(await faultsOf(page, "numbers-by-hand-es")).toEqual([]);
  await page.getByRole("button", { name: "Agregar esta" }).click();
  await page.getByText("Escrito.").waitFor();
  await page.context().close();
}, 120_000);
