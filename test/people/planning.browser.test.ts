import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addCourse } from "#test/support/numbers.ts";
import { addGuardian, addPerson, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, arrangeConference, type Story } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";

const visited = useVisitors();
let story: Story;
let mrWhitcombe: Person;
let msQuill: Person;

beforeAll(async () => {
  const { db } = visited.lectern;
  story = await aStudentWithAdviser(db);
  const { school, itzel, kofi, rosa, mrOkafor } = story;
  mrWhitcombe = await addStaff(school, "Alan Whitcombe", ["district-administrator"]);
  msQuill = await addStaff(school, "Bernadette Quill", ["office"], { language: "es" });
  const lucia = await addPerson(school, "Lucía Ferrer", { language: "es" });
  const { districtId, seasonId } = school;
  await db
    .insertInto("interpreter")
    .values(["es", "pt"].map((language) => ({ districtId, personId: lucia.personId, language })))
    .execute();
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  await db
    .insertInto("participant")
    .values({ districtId, conferenceId, personId: lucia.personId, part: "interpreter", language: "es" })
    .execute();
  await db
    .insertInto("familyAnswer")
    .values({
      ...{ districtId, seasonId, studentId: itzel.personId, householdId: rosa.householdId },
      ...{ question: "access", answer: "Un salón en la planta baja, por favor", audience: "adviser" },
      ...{ language: "es", writtenBy: rosa.personId, writtenAt: visited.lectern.now },
    })
    .execute();
  await addGuardian(school, kofi, "Adwoa Mensah", { language: "ak" });
  const long = await addStudent(school, `Maximiliana-${"Anastasia".repeat(6)} von Hohenstein`);
  await addGuardian(school, long, `${"Wolfeschlegelstein".repeat(3)} von Hohenstein`, {
    ...{ language: "de", relationship: "father", email: `${"very.long.".repeat(4)}${uuidv7()}@example.org` },
  });
  await addCourse(db, itzel, { course: "Algebra 1", subject: "math", attempted: 5, state: "failed" });
  const now = { schoolYear: "2026–27", state: "in-progress" } as const;
  await addCourse(db, itzel, { ...now, course: "Geometry", subject: "math" });
  await addCourse(db, itzel, { ...now, course: "English 10" });
}, 180_000);

test("a district administrator adds a school, and a colleague gets a role there", async () => {
  const page = await visited.openAs(mrWhitcombe, "/school");
  page.setDefaultTimeout(15_000);
  await page.locator("summary", { hasText: "Add a school" }).click();
  await page.getByLabel(/^Name\s\(/).fill("Harbor Street School");
  await page.getByLabel(/^Short code\s\(/).fill("hss");
  const adding = page.locator("form", { hasText: "Its colleagues come next" });
  expect(await faultsOf(page, "school-adding")).toEqual([]);
  await adding.getByRole("button", { name: "Add a school" }).click();
  await page.getByText("is added. Give somebody a role there next.").waitFor();
  await page.locator("summary", { hasText: "Harbor Street School" }).click();
  await page.getByLabel("All students").nth(1).waitFor();
  expect(await faultsOf(page, "school-two")).toEqual([]);

  await page.goto("/people/staff");
  await page.locator("summary", { hasText: "Daniel Okafor" }).click();
  const card = page.locator("details[open]", { hasText: "Daniel Okafor" });
  await card.getByLabel("One more role").selectOption("counsellor");
  await card.getByLabel("At which school").selectOption({ label: "Harbor Street School" });
  await card.getByRole("button", { name: "Give the role" }).click();
  await page.getByText("school: Harbor Street School").waitFor();
  expect(await faultsOf(page, "staff-changes")).toEqual([]);
  await page.context().close();
}, 120_000);

test("the office plans interpreters: who interprets, who needs one, what a family wishes for", async () => {
  const page = await visited.openAs(msQuill, "/people/interpreters", { locale: "es" });
  page.setDefaultTimeout(15_000);
  await page.locator("summary", { hasText: "Lucía Ferrer" }).click();
  await page.locator("summary", { hasText: "Añadir un intérprete" }).click();
  expect(await faultsOf(page, "interpreters")).toEqual([]);
  await page.goto("/people/languages");
  await page.getByText("Un salón en la planta baja").waitFor();
  expect(await faultsOf(page, "languages")).toEqual([]);
  await page.goto(`/people/students/${story.itzel.personId}`);
  await page.locator("summary", { hasText: "Rosa Duarte" }).click();
  await page.getByText("Un salón en la planta baja").waitFor();
  await page.getByLabel(/^Hogar de .*Rosa/).waitFor();
  expect(await faultsOf(page, "student-household")).toEqual([]);
  await page.context().close();
}, 120_000);

test("a student tries courses out, and reads what would still be needed", async () => {
  const page = await visited.openAs(story.itzel, "/graduation", { width: "phone" });
  page.setDefaultTimeout(15_000);
  await page.locator("summary", { hasText: "What if" }).click();
  await page.getByLabel(/Algebra 1.*again/).check();
  await page.getByLabel("Geometry").uncheck();
  await page.getByRole("button", { name: "Back to how it is" }).waitFor();
  await page.getByText(/Still to earn, in credits:.*Mathematics 25/).waitFor();
  expect(await faultsOf(page, "what-if")).toEqual([]);
  await page.context().close();
}, 120_000);
