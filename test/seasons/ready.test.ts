import { sql } from "kysely";
import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { useLectern } from "#test/support/lectern.ts";
import { addCourse } from "#test/support/numbers.ts";
import { addAdvisory, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { tonight } from "#test/conferences/given.ts";
import { addPiece, aStudentWithPortfolio } from "#test/portfolios/portfolio-story.ts";
import { arrangeConference } from "#web/conferences/conference.api.ts";
import { hangPiece } from "#web/portfolios/portfolio.api.ts";
import { changeSeason, readSeasonReadiness } from "#web/seasons/season.api.ts";

const lectern = useLectern();

test("the administrator sees everybody by advisory and grade, and can ask for those without a time", async () => {
  const { school, itzel, mrOkafor, advisoryId } = await aStudentWithAdviser(lectern.db);
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const wren = await addStudent(school, "Wren Castellano-McAllister", { grade: 12 });
  const seniors = await addAdvisory(school, await addStaff(school, "Hana Sato"), [wren]);
  const { id } = await lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel)));
  const all = await lectern.as(msEze, () => readSeasonReadiness(school.seasonId));
  expect(all).toMatchObject({ students: 3, ready: 0, withTime: 1, found: 3, next: null });
  expect(all.advisories.map(({ id: key, students, withTime }) => [key, students, withTime])).toEqual([
    [advisoryId, 2, 1],
    [seniors, 1, 0],
  ]);
  expect(all.grades.map(({ grade, students }) => [grade, students])).toEqual([
    [10, 2],
    [12, 1],
  ]);
  expect(all.list[0]).toMatchObject({
    name: "Itzel Navarro Duarte",
    conferences: [{ id, state: "planned" }],
  });
  const without = await lectern.as(msEze, () => readSeasonReadiness(school.seasonId, { only: "no-time" }));
  expect(without.list.map(({ name }) => name)).toEqual(["Kofi Mensah-Boateng", "Wren Castellano-McAllister"]);
  const tenth = await lectern.as(msEze, () => readSeasonReadiness(school.seasonId, { grade: "10" }));
  expect(tenth.list).toHaveLength(2);
});

test("the adviser's list says who needs a plan for credits; the office, who reads no grades, is not told", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const clerk = await addStaff(school, "Joan Whitfield", ["office"]);
  for (const course of ["Algebra 1", "Biology"])
    await addCourse(lectern.db, itzel, { course, state: "failed" });
  const flagsFor = async (who: Person) => {
    const { list } = await lectern.as(who, () => readSeasonReadiness(school.seasonId));
    return list.map(({ flag }) => flag);
  };
  expect(await flagsFor(mrOkafor)).toEqual([{ plan: "diploma-220", standing: "needs-plan" }, null]);
  expect(await flagsFor(clerk)).toEqual([null, null]);
});

test("an adviser's list holds her own students, another teacher's nobody", async () => {
  const { school, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const wren = await addStudent(school, "Wren Castellano-McAllister");
  await addAdvisory(school, await addStaff(school, "Hana Sato"), [wren]);
  const own = await lectern.as(mrOkafor, () => readSeasonReadiness(school.seasonId));
  expect(own.list.map(({ name }) => name)).toEqual(["Itzel Navarro Duarte", "Kofi Mensah-Boateng"]);
  const teacher = await addStaff(school, "Pilar Castellano");
  expect(await lectern.as(teacher, () => readSeasonReadiness(school.seasonId))).toMatchObject({
    students: 0,
  });
});

test("a student with all she is asked for is ready, and “not ready” leaves her out", async () => {
  const { school, itzel, mrOkafor, portfolioId } = await aStudentWithPortfolio(lectern);
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  await lectern.as(msEze, () => changeSeason(school.seasonId, { field: "pieces", base: 6, value: 1 }));
  const workSampleId = await addPiece(lectern, itzel, "Cranes, Pier 9");
  await lectern.as(itzel, () =>
    hangPiece(portfolioId, { workSampleId, section: "proud", after: null, privateNote: "" }),
  );
  await giveGoalAndResults(school.districtId, school.seasonId, itzel.personId);
  const all = await lectern.as(mrOkafor, () => readSeasonReadiness(school.seasonId));
  expect(all).toMatchObject({ students: 2, ready: 1 });
  const left = await lectern.as(mrOkafor, () => readSeasonReadiness(school.seasonId, { only: "not-ready" }));
  expect(left.list.map(({ name }) => name)).toEqual(["Kofi Mensah-Boateng"]);
});

test("a thousand students come a hundred at a time, from one statement that looks each up by index", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  await aThousandStudents(school.districtId, school.schoolId);
  await sql`analyze`.execute(lectern.db);
  const first = await lectern.as(msEze, () => readSeasonReadiness(school.seasonId));
  expect(first).toMatchObject({ students: 1002, found: 1002 });
  expect(first.list).toHaveLength(100);
  const second = await lectern.as(msEze, () =>
    readSeasonReadiness(school.seasonId, { after: first.next ?? "" }),
  );
  expect(second.list[0]?.id).not.toBe(first.list[99]?.id);
  expect(new Set([...first.list, ...second.list].map(({ id }) => id)).size).toBe(200);
});

async function giveGoalAndResults(districtId: string, seasonId: string, studentId: string): Promise<void> {
  const goalId = uuidv7();
  const goal = { districtId, id: goalId, seasonId, studentId, wording: "Ask earlier", position: 1 };
  await lectern.db
    .insertInto("goal")
    .values({ ...goal, category: "habit", state: "draft" })
    .execute();
  await lectern.db
    .insertInto("promise")
    .values({
      districtId,
      id: uuidv7(),
      goalId,
      side: "student",
      wording: "I ask once a week",
      state: "proposed",
    })
    .execute();
  for (const area of ["language-arts", "math"])
    await lectern.db
      .insertInto("assessmentResult")
      .values({
        ...{ districtId, id: uuidv7(), studentId, area, test: "MAP", schoolYear: "2026–27" },
        ...{ testWindow: "fall", notTestedBecause: "new here" },
      })
      .execute();
}

async function aThousandStudents(districtId: string, schoolId: string): Promise<void> {
  await sql`with made as (
      insert into person (district_id, id, given_name, family_name)
      select ${districtId}, gen_random_uuid(), 'Student ' || n, 'Number ' || n from generate_series(1, 1000) n returning id)
    insert into student (district_id, person_id, school_id, student_number, grade, cohort_year, born_on)
    select ${districtId}, id, ${schoolId}, 'N' || row_number() over (), 9, 2030, '2011-01-01' from made`.execute(
    lectern.db,
  );
}
