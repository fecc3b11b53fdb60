import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, addMentor, addStaff, joinAdvisory, type Person } from "#test/support/people.ts";
import { addCourse, addResult } from "#test/support/numbers.ts";
import { addSeason, type School } from "#test/support/school.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";
import { readReadiness } from "#web/conferences/conference.api.ts";
import { listAdvisories, listInvitable, listResults, readStudent } from "#web/people/people.api.ts";
import { listMySchools, listSeasons } from "#web/seasons/season.api.ts";

const lectern = useLectern();

test("an adviser sees her students by name, each with her conference and what is ready", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const id = await arrangeConference(school, itzel, mrOkafor);
  await hang(school, itzel, ["Cranes, Pier 9", "The creek"], ["It is my best line."]);
  const { advisories } = await lectern.as(mrOkafor, () => listAdvisories());
  expect(advisories).toMatchObject([
    {
      part: "adviser",
      season: { name: "Fall conferences" },
      students: [
        {
          name: "Itzel Navarro Duarte",
          conferences: [{ id, startsAt: "2026-11-13T01:40:00.000Z", state: "planned", recordState: null }],
          readiness: {
            work: { done: 2, total: 6 },
            reflections: { done: 1, total: 2 },
            lastGoals: { done: 0, total: 0 },
            newGoals: { done: 0, total: 1 },
            results: { done: 0, total: 0 },
          },
        },
        { name: "Kofi Mensah-Boateng", conferences: [], readiness: { work: { done: 0, total: 6 } } },
      ],
    },
  ]);
});

test("a row says what there is to plan for about credits, the gravest thing, and nothing while all is well", async () => {
  const { itzel, kofi, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const flags = async () => {
    const { advisories } = await lectern.as(mrOkafor, () => listAdvisories());
    return advisories.flatMap(({ students }) => students.map(({ flag }) => flag));
  };
  expect(await flags()).toEqual([null, null]);
  for (const subject of ["english", "math", "science", "history", "arts", "health"] as const) {
    const facts = { subject, course: `Course of ${subject}` };
    for (const schoolYear of ["2024–25", "2025–26"])
      await addCourse(lectern.db, itzel, { ...facts, schoolYear });
    await addCourse(lectern.db, kofi, { ...facts, state: "failed" });
  }
  const aHalfWithD = {
    course: "Algebra 1",
    subject: "math",
    term: "spring",
    attempted: 5,
    grade: "D",
  } as const;
  await addCourse(lectern.db, itzel, aHalfWithD);
  expect(await flags()).toEqual([
    { plan: "a-g", standing: "watch" },
    { plan: "diploma-220", standing: "needs-plan" },
  ]);
});

test("the advisory is the substitute's for her period and nobody else's", async () => {
  const { school, advisoryId } = await aStudentWithAdviser(lectern.db);
  const [substitute, late, teacher] = [
    await addStaff(school, "Tomasz Wójcik"),
    await addStaff(school, "Hana Sato"),
    await addStaff(school, "Pilar Castellano"),
  ];
  await joinAdvisory(school, advisoryId, substitute, { part: "substitute", untilOn: "2026-11-12" });
  await joinAdvisory(school, advisoryId, late, { part: "substitute", fromOn: "2026-11-13" });
  const advisoriesOf = async (person: Person) =>
    (await lectern.as(person, () => listAdvisories())).advisories.length;
  expect([await advisoriesOf(substitute), await advisoriesOf(late), await advisoriesOf(teacher)]).toEqual([
    1, 0, 0,
  ]);
});

test("readiness names the one next piece, for the student and those who guide her", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const id = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  await hang(school, itzel, ["Cranes, Pier 9", "The creek"], ["It is my best line.", "  "]);
  for (const person of [itzel, mrOkafor])
    expect(await lectern.as(person, () => readReadiness(id))).toMatchObject({
      work: { done: 2, total: 6 },
      reflections: { done: 1, total: 2 },
      nextPiece: { title: "The creek" },
    });
  await expect(lectern.as(rosa, () => readReadiness(id))).rejects.toMatchObject({ status: 404 });
});

test("goals of earlier seasons count once they were looked back on, new ones once she promised her part", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const id = await arrangeConference(school, itzel, mrOkafor);
  const spring = await addSeason(school, {
    code: "2025-S",
    name: "Spring conferences",
    startsOn: "2026-03-02",
    endsOn: "2026-05-29",
    state: "closed",
  });
  await addGoal(school, itzel, { seasonId: spring, state: "looked-back" });
  await addGoal(school, itzel, { seasonId: spring, state: "agreed" });
  await addGoal(school, itzel, { seasonId: spring, state: "draft" });
  const goalId = await addGoal(school, itzel, { seasonId: school.seasonId, state: "draft" });
  await addGoal(school, itzel, { seasonId: school.seasonId, state: "draft" });
  await lectern.db
    .insertInto("promise")
    .values({
      districtId: school.districtId,
      id: uuidv7(),
      goalId,
      side: "student",
      wording: "I read every night.",
      state: "proposed",
    })
    .execute();
  expect(await lectern.as(itzel, () => readReadiness(id))).toMatchObject({
    lastGoals: { done: 1, total: 2 },
    newGoals: { done: 1, total: 2 },
  });
});

test("who may be asked is a list without reasons", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await addGuardian(school, itzel, "Efraín Duarte", { relationship: "uncle", mayAttend: false });
  const imani = await addMentor(school, itzel, "Imani Brooks");
  await addMentor(school, itzel, "Tove Lindqvist", { state: "proposed" });
  const people = await lectern.as(mrOkafor, () => listInvitable(itzel.personId));
  expect(people.guardians.map(({ personId, isWrittenTo }) => [personId, isWrittenTo])).toEqual([
    [hector.personId, false],
    [rosa.personId, true],
  ]);
  expect(people.mentors.map(({ personId }) => personId)).toEqual([imani.personId]);
  for (const person of [itzel, rosa])
    await expect(lectern.as(person, () => listInvitable(itzel.personId))).rejects.toMatchObject({
      status: 404,
    });
});

test("a restricted contact may know whose relative she is, and not who advises her", async () => {
  const { school, itzel, rosa } = await aStudentWithAdviser(lectern.db);
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", {
    relationship: "uncle",
    mayAttend: false,
    mayInspectRecords: false,
  });
  expect((await lectern.as(uncle, () => readStudent(itzel.personId))).advisers).toEqual([]);
  const seen = await lectern.as(rosa, () => readStudent(itzel.personId));
  expect(seen).toMatchObject({
    name: "Itzel Navarro Duarte",
    grade: 10,
    advisers: [{ name: "Daniel Okafor", part: "adviser" }],
    mayArrange: false,
  });
});

test("results say growth first, and a difference within the test's error is none", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await addResult(lectern.db, itzel, {
    area: "math",
    score: 231,
    growth: 9,
    growthExpected: 4,
    standardError: 3,
  });
  await addResult(lectern.db, itzel, {
    area: "language-arts",
    score: 220,
    growth: 2,
    growthExpected: 4,
    standardError: 3,
  });
  for (const person of [itzel, rosa, mrOkafor]) {
    const { results } = await lectern.as(person, () => listResults(itzel.personId));
    expect(results.map(({ area, growthIs }) => [area, growthIs])).toEqual([
      ["language-arts", "as-expected"],
      ["math", "more-than-expected"],
    ]);
  }
  const teacher = await addStaff(school, "Pilar Castellano");
  await expect(lectern.as(teacher, () => listResults(itzel.personId))).rejects.toMatchObject({ status: 404 });
});

test("families see the seasons that are open, staff also those being planned", async () => {
  const { school, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await addSeason(school, {
    code: "2027-S",
    name: "Spring conferences",
    startsOn: "2027-03-01",
    endsOn: "2027-05-28",
    state: "draft",
  });
  const codesFor = async (person: Person) =>
    (await lectern.as(person, () => listSeasons())).seasons.map(({ code }) => code);
  expect(await codesFor(rosa)).toEqual(["2026-F"]);
  expect(await codesFor(mrOkafor)).toEqual(["2027-S", "2026-F"]);
  expect((await lectern.as(rosa, () => listMySchools())).schools).toMatchObject([
    { name: "Calder Bay School", zone: "America/Los_Angeles" },
  ]);
});

/** Hangs pieces under “proud”; the first answers are said about the first pieces. */
async function hang(school: School, student: Person, titles: string[], answers: string[]): Promise<void> {
  const { db, districtId, seasonId } = school;
  const portfolioId = uuidv7();
  await db
    .insertInto("portfolio")
    .values({ districtId, id: portfolioId, studentId: student.personId, seasonId })
    .execute();
  for (const [position, title] of titles.entries()) {
    const workSampleId = uuidv7();
    await db
      .insertInto("workSample")
      .values({ districtId, id: workSampleId, studentId: student.personId, title, subject: "arts" })
      .execute();
    await db
      .insertInto("portfolioItem")
      .values({ districtId, id: uuidv7(), portfolioId, section: "proud", position, workSampleId })
      .execute();
    const answer = answers[position];
    if (answer === undefined) continue;
    await db
      .insertInto("reflection")
      .values({ districtId, workSampleId, prompt: "proud-of", answer })
      .execute();
  }
}

async function addGoal(
  { db, districtId }: School,
  student: Person,
  { seasonId, state }: { seasonId: string; state: string },
): Promise<string> {
  const id = uuidv7();
  const wording = "Read one chapter a night";
  await db
    .insertInto("goal")
    .values({
      districtId,
      id,
      studentId: student.personId,
      seasonId,
      wording,
      category: "academic",
      state,
      position: 1,
    })
    .execute();
  return id;
}
