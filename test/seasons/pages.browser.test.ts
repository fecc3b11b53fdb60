import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addAdvisory, addStaff, addStudent } from "#test/support/people.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish } from "../records/record-story.ts";

const visitors = useVisitors();

describe("pages", { timeout: 180_000 }, () => {
  test("an administrator copies the last season forward, gives it the quick agenda, opens it and asks who is not ready", async () => {
    const { school, itzel, mrOkafor } = await aStudentWithAdviser(visitors.lectern.db);
    const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
    await aSecondAdvisory(school);
    await arrangeConference(school, itzel, mrOkafor);
    const page = await visitors.openAs(msEze, "/seasons");
    const found = await faultsOf(page, "seasons");
    await page.getByRole("link", { name: "Plan a season" }).click();
    await page.getByLabel("Name").fill("Winter conferences");
    await page.getByLabel("Code").fill("2027-w");
    await page.getByLabel("First day").fill("2027-02-01");
    await page.getByLabel("Last day").fill("2027-02-26");
    found.push(...(await faultsOf(page, "season-new")));
    await page.getByRole("button", { name: "Make the plan" }).click();
    await page.getByRole("heading", { level: 1, name: "Winter conferences" }).waitFor();
    await page.getByLabel("Agenda").selectOption("quick");
    await page.getByText("One piece, one sentence, one goal.").waitFor();
    await page.getByRole("radio", { name: "Only these advisories" }).check();
    await page.getByLabel(/Daniel Okafor’s advisory/).check();
    await page.getByRole("button", { name: "Open it" }).click();
    await page.getByRole("button", { name: "Freeze portfolios" }).waitFor();
    found.push(...(await faultsOf(page, "season")));
    await page.goto(`/seasons/${school.seasonId}/ready`, { waitUntil: "networkidle" });
    found.push(...(await faultsOf(page, "season-ready")));
    await page.getByRole("radio", { name: "Without a time" }).check();
    await page.getByText("4 students").waitFor();
    expect(page.url()).toContain("only=no-time");
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.getByRole("radio", { name: "Without a time" }).isChecked()).toBe(true);
    expect(found).toEqual([]);
  });

  test("beside the records in one file, the facts for the state's plan come as a table", async () => {
    const story = await aRecordInTheRoom(visitors.lectern);
    const revision = await readyToFinish(visitors.lectern, story);
    await visitors.lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
    const msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
    const page = await visitors.openAs(msEze, `/seasons/${story.school.seasonId}`);
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Facts for the state plan (CSV)" }).click();
    const table = await coming;
    expect(table.suggestedFilename()).toBe("Fall conferences, plan facts.csv");
    expect(await readFile(await table.path(), "utf8")).toContain(",held,");
    expect(await faultsOf(page, "season-records")).toEqual([]);
    const hers = await addStaff(story.school, "Lucía Ferrer", ["school-administrator"], { language: "es" });
    const inSpanish = await visitors.openAs(hers, `/seasons/${story.school.seasonId}`);
    await inSpanish.getByRole("link", { name: "Datos para el plan estatal (CSV)" }).waitFor();
    expect(await faultsOf(inSpanish, "season-records-es")).toEqual([]);
  });
});

/** Names of all lengths, one written from right to left. */
async function aSecondAdvisory(school: Awaited<ReturnType<typeof aStudentWithAdviser>>["school"]) {
  const msSato = await addStaff(school, "Hana Sato");
  await addAdvisory(school, msSato, [
    await addStudent(school, "Mateus Ferreira da Silva de Albuquerque e Vasconcelos", { grade: 12 }),
    await addStudent(school, "Layla Haddad", { ownScriptName: "ليلى حداد", grade: 11 }),
    await addStudent(school, "Wren Castellano-McAllister", { grade: 12 }),
  ]);
}
