import type { BrowserContext, Page } from "playwright-core";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { faultsOf, picture } from "#test/support/browser.ts";
import {
  addAdvisory,
  addMentor,
  addPerson,
  addStaff,
  addStudent,
  type Person,
} from "#test/support/people.ts";
import { aSchool } from "#test/support/school.ts";
import { arrangeConference as arrange, aStudentWithAdviser } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { arrangeConference } from "#web/conferences/conference.api.ts";
import { guests, letInterpret, tonight } from "./given.ts";

const visitors = useVisitors();

async function openAs(person: Person, path: string): Promise<[Page, BrowserContext]> {
  const page = await visitors.openAs(person, path);
  return [page, page.context()];
}

/** Looks at a page in all four ways and keeps pictures of it. */
async function look(name: string, person: Person, path: string): Promise<void> {
  const [page, context] = await openAs(person, path);
  const faults = await faultsOf(page, name);
  await context.close();
  expect(faults).toEqual([]);
}

/** An evening at Calder Bay: an advisory of fifteen, some tonight, some without a time. */
async function anEvening() {
  const school = await aSchool(visitors.lectern.db);
  const mrOkafor = await addStaff(school, "Daniel Okafor");
  const names = [
    "Itzel Navarro Duarte", "Kofi Mensah-Boateng", "Layla Haddad", "Trần Minh Anh", "Park Seo-yeon",
    "Mateus Ferreira da Silva de Albuquerque e Vasconcelos", "Wren Castellano-McAllister", "Noor Hassan Abdi",
    "Theo Baptiste-Laurent", "Jonah Whitehorse", "Dmytro Kovalenko", "Fatima Al-Sayegh", "Aaliyah Jefferson",
    "Caleb Lindqvist", "Tove Ångström",
  ]; // prettier-ignore
  const students: Person[] = [];
  for (const name of names)
    students.push(
      await addStudent(
        school,
        name,
        name === "Layla Haddad" ? { ownScriptName: "ليلى حداد", language: "ar" } : {},
      ),
    );
  await addAdvisory(school, mrOkafor, students);
  return { school, mrOkafor, students };
}

describe("pages", { timeout: 120_000 }, () => {
  test("a student without a conference is told so and can begin", async () => {
    const { itzel } = await aStudentWithAdviser(visitors.lectern.db);
    await look("home-student-none", itzel, "/");
  });

  test("a student sees how many days are left, with whom, and the one next thing", async () => {
    const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(visitors.lectern.db);
    const imani = await addMentor(school, itzel, "Imani Brooks");
    const lucia = await addPerson(school, "Lucía Ferrer");
    await letInterpret(school, lucia, "es");
    await hangPieces(school.districtId, school.seasonId, itzel);
    await visitors.lectern.as(mrOkafor, () =>
      arrangeConference(
        tonight(school, itzel, {
          startsAt: "2026-11-21T17:40",
          participants: [
            ...guests(rosa),
            { personId: hector.personId, part: "guardian", expected: "remote" },
            { personId: imani.personId, part: "mentor" },
            { personId: lucia.personId, part: "interpreter" },
          ],
        }),
      ),
    );
    await look("home-student-ahead", itzel, "/");
    const [page, context] = await openAs(itzel, "/");
    expect(await page.title()).toBe("Nine days until your conference · Lectern");
    await context.close();
  });

  test("a student whose conference is on has one large button", async () => {
    const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(visitors.lectern.db);
    const id = await arrange(school, itzel, mrOkafor, { state: "live", guests: [rosa] });
    await hangPieces(school.districtId, school.seasonId, itzel);
    await look("home-student-live", itzel, "/");
    const [page, context] = await openAs(itzel, "/");
    expect(await page.getByRole("link", { name: "Present" }).getAttribute("href")).toBe(`/stage/${id}`);
    await context.close();
  });

  test("afterwards she finds the record and her family's note", async () => {
    const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(visitors.lectern.db);
    const id = await arrange(school, itzel, mrOkafor, { state: "live", guests: [rosa] });
    const { districtId } = school;
    await visitors.lectern.db
      .updateTable("conference")
      .set({ state: "ended", outcome: "held", endedAt: visitors.lectern.now })
      .where("id", "=", id)
      .execute();
    await visitors.lectern.db
      .insertInto("conferenceRecord")
      .values({
        districtId,
        id: uuidv7(),
        conferenceId: id,
        studentId: itzel.personId,
        template: "conference-record",
        state: "sealed",
      }) // prettier-ignore
      .execute();
    await visitors.lectern.db
      .insertInto("familyNote")
      .values({
        districtId,
        id: uuidv7(),
        studentId: itzel.personId,
        conferenceId: id,
        authorId: rosa.personId,
        body: "Estoy orgullosa",
        language: "es",
        writtenAt: visitors.lectern.now,
      }) // prettier-ignore
      .execute();
    await look("home-student-after", itzel, "/");
  });

  test("an adviser sees the evening in order and an advisory of fifteen", async () => {
    const { school, mrOkafor, students } = await anEvening();
    const [itzel, kofi, layla, minhAnh, seoyeon] = students as [Person, Person, Person, Person, Person];
    const held = await arrange(school, seoyeon, mrOkafor, {
      startsAt: "2026-11-12T23:20:00Z", endsAt: "2026-11-12T23:50:00Z", state: "live",
    }); // prettier-ignore
    await visitors.lectern.db
      .updateTable("conference")
      .set({ state: "ended", outcome: "held", endedAt: visitors.lectern.now })
      .where("id", "=", held)
      .execute();
    await arrange(school, minhAnh, mrOkafor, {
      startsAt: "2026-11-13T00:20:00Z",
      endsAt: "2026-11-13T00:35:00Z",
    });
    await arrange(school, itzel, mrOkafor);
    await arrange(school, kofi, mrOkafor, {
      startsAt: "2026-11-13T02:15:00Z",
      endsAt: "2026-11-13T02:45:00Z",
    });
    await arrange(school, layla, mrOkafor, {
      startsAt: "2026-11-13T02:50:00Z",
      endsAt: "2026-11-13T03:20:00Z",
    });
    await hangPieces(school.districtId, school.seasonId, itzel);
    await look("home-adviser", mrOkafor, "/");
  });

  test("an adviser with nobody in her advisory is told what will stand there", async () => {
    const school = await aSchool(visitors.lectern.db);
    const msHaddad = await addStaff(school, "Layla Haddad");
    await addAdvisory(school, msHaddad, []);
    await look("home-adviser-empty", msHaddad, "/");
  });

  test("an adviser sets a conference with the keyboard, is told of a clash, and loses nothing she typed", async () => {
    const { school, itzel, kofi, rosa, mrOkafor } = await aStudentWithAdviser(visitors.lectern.db);
    await addMentor(school, itzel, "Imani Brooks");
    const path = `/conferences/new?student=${itzel.personId}`;
    await look("conference-new", mrOkafor, path);
    await arrange(school, kofi, mrOkafor);
    const [page, context] = await openAs(mrOkafor, path);
    await page.getByLabel("Day and time").fill("2026-11-12T17:40");
    await page.getByLabel("Place").fill("Room 214");
    await page
      .getByRole("checkbox", { name: /Rosa Duarte/ })
      .first()
      .press("Space");
    await page.getByRole("button", { name: "Set the conference" }).press("Enter");
    await page.getByText("The adviser already has a conference at that time").waitFor();
    await picture(page, "conference-new-clash");
    expect(await page.getByLabel("Place").inputValue()).toBe("Room 214");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("datetime-local");
    await page.getByLabel("Day and time").fill("2026-11-12T18:30");
    await page.getByRole("button", { name: "Set the conference" }).press("Enter");
    await page.waitForURL(/\/conferences\/[0-9a-f-]{36}$/);
    await page
      .getByRole("heading", { level: 1, name: /Itzel Navarro Duarte.*Thursday 12 November/ })
      .waitFor();
    await page.getByText(rosa.name).first().waitFor();
    await context.close();
    await look("conference-page", mrOkafor, new URL(page.url()).pathname);
    await look("conference-list", mrOkafor, "/conferences");
    await look("conference-page-student", itzel, new URL(page.url()).pathname);
  });
});

/** Four pieces on the wall, one of them with words. */
async function hangPieces(districtId: string, seasonId: string, student: Person): Promise<void> {
  const { db } = visitors.lectern;
  const portfolioId = uuidv7();
  await db
    .insertInto("portfolio")
    .values({ districtId, id: portfolioId, studentId: student.personId, seasonId })
    .execute();
  const titles = [
    ["The creek that stops breathing at night", "science"],
    ["The letters my great-grandfather could not write himself, and what my grandmother says about every one of them when it rains", "history"],
    ["Who is nearest to which stop?", "math"],
    ["Start the buses after sunrise", "english"],
  ] as const; // prettier-ignore
  for (const [position, [title, subject]] of titles.entries()) {
    const id = uuidv7();
    await db
      .insertInto("workSample")
      .values({ districtId, id, studentId: student.personId, title, subject })
      .execute();
    await db.insertInto("workVersion").values({ districtId, id: uuidv7(), workSampleId: id, number: 1, stage: "final", kind: "text", body: `${title}. At first I only measured at lunch, so every site looked healthy.` }).execute(); // prettier-ignore
    await db.insertInto("portfolioItem").values({ districtId, id: uuidv7(), portfolioId, section: "proud", position, workSampleId: id }).execute(); // prettier-ignore
    if (position === 1)
      await db.insertInto("reflection").values({ districtId, workSampleId: id, prompt: "proud-of", answer: "It is hers." }).execute(); // prettier-ignore
  }
}
