import { describe, expect, test } from "vitest";
import { letInterpret } from "#test/conferences/given.ts";
import { faultsOf, picture } from "#test/support/browser.ts";
import {
  addPerson,
  addStaff,
  addStudent,
  answerFor,
  joinAdvisory,
  type Person,
} from "#test/support/people.ts";
import type { School } from "#test/support/school.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { setSchedule } from "#web/schedules/schedule.api.ts";
import { listConferences } from "#web/conferences/conference.api.ts";
import { aBrotherElsewhere, scheduleOf } from "./given.ts";

const visitors = useVisitors();

describe("pages", { timeout: 180_000 }, () => {
  test("an adviser sets her evening: a mother is expected elsewhere, so Kofi goes first and all are set", async () => {
    const { lectern } = visitors;
    const { school, itzel, kofi, rosa, mrOkafor, advisoryId } = await aStudentWithAdviser(lectern.db);
    const lucia = await addPerson(school, "Lucía Ferrer");
    await letInterpret(school, lucia, "es");
    const { msHaddad, his, advisoryId: elsewhere } = await aBrotherElsewhere(school, rosa);
    await lectern.as(msHaddad, () => setSchedule(elsewhere, scheduleOf(school, his)));
    const page = await visitors.openAs(mrOkafor, `/conferences/many?advisory=${advisoryId}`);
    await page.getByLabel("The first one begins").fill("2026-11-12T17:40");
    await page.getByText(/Rosa Duarte.* is already booked at 5:40/).waitFor();
    await page.getByRole("button", { name: /^Change .*Itzel/ }).click();
    await page.getByLabel("Interpreter").selectOption({ label: "Lucía Ferrer, Spanish" });
    const found = await faultsOf(page, "schedule");
    await page.getByRole("button", { name: "Set 2 conferences" }).click();
    await page.getByText("Nothing was set yet.").waitFor();
    found.push(...(await faultsOf(page, "schedule-refused")));

    await page.getByRole("button", { name: /Kofi.*: earlier/ }).focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^later-/);
    await page.getByText(/already booked/).waitFor({ state: "detached" });
    await page.reload({ waitUntil: "networkidle" });
    await page.getByText("6:10 pm").waitFor();
    await page.getByRole("button", { name: "Set 2 conferences" }).click();
    await page.getByText("2 conferences are set.").waitFor();
    found.push(...(await faultsOf(page, "schedule-set")));
    const { led } = await lectern.as(mrOkafor, listConferences);
    expect(
      led.map(({ student, startsAt, participants }) => [student.id, startsAt, participants.length]),
    ).toEqual([
      [kofi.personId, "2026-11-13T01:40:00.000Z", 0],
      [itzel.personId, "2026-11-13T02:10:00.000Z", 3],
    ]);
    expect(found).toEqual([]);
  });

  test("a co-adviser who reads Spanish goes straight to her only advisory, and lets two homes meet apart", async () => {
    const { lectern } = visitors;
    const { school, itzel, rosa, advisoryId } = await aStudentWithAdviser(lectern.db);
    const sister = await addStudent(school, "Maximiliana Esperanza Navarro-Duarte y Etxeberria", {
      grade: 7,
    });
    await answerFor(school, sister, rosa);
    await joinStudent(school, advisoryId, sister);
    const msFerrer = await addStaff(school, "Alma Ferrer", ["teacher"], { language: "es" });
    await joinAdvisory(school, advisoryId, msFerrer, { part: "co-adviser" });
    const page = await visitors.openAs(msFerrer, "/conferences/many", { width: "phone" });
    await page.getByLabel("La primera empieza").fill("2026-11-12T17:40");
    await page.getByLabel("Minutos entre una y otra").fill("10");
    await page.getByRole("button", { name: new RegExp(`^Cambiar .*${itzel.name}`) }).click();
    await page.getByRole("button", { name: "Dos casas, dos conferencias" }).click();
    await page.getByText("7:40").waitFor();
    expect(await page.getByText("Solo Héctor Navarro’s household").count()).toBe(1);
    await picture(page, "schedule-spanish");
  });
});

const joinStudent = ({ db, districtId }: School, advisoryId: string, { personId: studentId }: Person) =>
  db
    .insertInto("advisoryStudent")
    .values({ districtId, advisoryId, studentId, fromOn: "2026-08-24" })
    .execute();
