import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff } from "#test/support/people.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";
import { readFamilyAnswers } from "#web/questionnaires/questionnaire.api.ts";
import { openRecord } from "#web/records/record.api.ts";
import { openRecordTemplate } from "#web/record-templates/record-template.api.ts";
import { aTemplate, change, choose, publish, withAfterSchool } from "./template-story.ts";

const visited = useVisitors();

test("an administrator adds a section with a choice, mends what is wrong, publishes it and chooses it for the season", async () => {
  const { lectern } = visited;
  const { school } = await aStudentWithAdviser(lectern.db);
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const page = await visited.openAs(msEze, "/school");
  await page.getByText("Records come on the usual form.").waitFor();
  await page.getByRole("button", { name: "Arrange a form" }).click();
  await page.getByLabel("Name of the form").fill("Grades 11 and 12");
  await page.getByRole("button", { name: "Make it" }).click();
  await page.getByRole("heading", { name: "Grades 11 and 12" }).waitFor();
  await page.getByText("Not published yet").first().waitFor();

  await page.getByRole("button", { name: "Add a section" }).click();
  await page.getByLabel("Heading, English").fill("After graduation");
  await page.getByRole("button", { name: "Add a field to “After graduation”" }).click();
  await page.getByLabel("What it is called, English").fill("Path");
  await page.getByLabel("What it is called, Español").fill("Camino");
  await page.getByLabel("What is written").selectOption({ label: "One of several" });
  for (const [at, [en, es]] of [
    ["College", "Universidad"],
    ["Work and training", "Trabajo y formación"],
  ].entries()) {
    await page.getByLabel(`Choice ${at + 1}, English`).fill(en!);
    await page.getByLabel(`Choice ${at + 1}, Español`).fill(es!);
  }
  await page.getByRole("checkbox", { name: "we met", exact: true }).check();
  // What is missing is said, and leads to its place.
  const mend = page.getByRole("button", { name: "“After graduation” needs a heading in Spanish" });
  await mend.waitFor();
  expect(await faultsOf(page, "record-template")).toEqual([]);
  expect(await page.getByRole("button", { name: "Publish version 1" }).getAttribute("aria-disabled")).toBe(
    "true",
  );
  await mend.click();
  await page.getByLabel("Heading, Español").fill("Después de graduarse");
  await mend.waitFor({ state: "detached" });

  // What is left out and what is moved is seen beside it at once.
  const screen = page.getByRole("region", { name: "As the room shows it" });
  await screen.getByText("After graduation").waitFor();
  await page
    .getByRole("button", { name: /^Results Left|^Results/ })
    .first()
    .click();
  await page.getByRole("checkbox", { name: "Leave it out" }).first().check();
  await screen.getByText("Math, in one plain sentence").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Move “After graduation” up" }).click();
  await page.getByText("Saved", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await page.getByText("Version 1 is published.").waitFor();
  expect(await faultsOf(page, "record-template-published")).toEqual([]);

  await page.goto(`/seasons/${school.seasonId}`, { waitUntil: "networkidle" });
  await page.getByLabel("Record form").selectOption({ label: "Grades 11 and 12, version 1" });
  await expect
    .poll(async () => {
      const season = await lectern.db
        .selectFrom("season")
        .select("recordTemplateId")
        .where("id", "=", school.seasonId)
        .executeTakeFirstOrThrow();
      return season.recordTemplateId;
    })
    .not.toBeNull();
  await page.goto("/school", { waitUntil: "networkidle" });
  await page.getByText("For Fall conferences").waitFor();
  expect(await faultsOf(page, "record-templates-listed")).toEqual([]);
}, 150_000);

test("a section taken out comes back, and a second administrator's change is not overwritten unseen", async () => {
  const { lectern } = visited;
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  await change(lectern, form, withAfterSchool);
  const page = await visited.openAs(form.msEze, `/record-templates/${form.templateId}`);
  await page.getByLabel("Name of the form").fill("Upper school");
  await page.getByLabel("Name of the form").blur();
  await page.getByRole("heading", { name: "Upper school" }).waitFor();
  await page.getByRole("button", { name: /^After graduation/ }).click();
  await page.getByRole("button", { name: "Remove this section" }).click();
  await page.getByText("“After graduation” is removed.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /^After graduation/ }).waitFor();
  await page.getByText("Saved", { exact: true }).first().waitFor();

  await change(lectern, form, (definition) => {
    definition.sections.find(({ key }) => key === "goals")!.heading = {
      en: "What we agree",
      es: "Lo que acordamos",
    };
    return definition;
  });
  await page.getByRole("button", { name: /^Strengths/ }).click();
  await page.getByLabel("Heading, English").last().fill("What I bring");
  await page.getByText("Somebody else changed this form").waitFor();
  expect(await faultsOf(page, "record-template-stale")).toEqual([]);
  await page.getByRole("button", { name: "Take theirs" }).click();
  await page.getByRole("button", { name: /^What we agree/ }).waitFor();
  const { definition } = await lectern.as(form.msEze, () => openRecordTemplate(form.templateId));
  expect(JSON.stringify(definition)).not.toContain("What I bring");
}, 120_000);

test("the room asks what the school's form asks, the student writes her part, and reading back says it under its name", async () => {
  const { lectern } = visited;
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, mrOkafor, rosa } = story;
  const form = await aTemplate(lectern, school);
  await change(lectern, form, withAfterSchool);
  await publish(lectern, form);
  await choose(lectern, form, school);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { state: "live", guests: [rosa] });
  await lectern.db
    .updateTable("conference")
    .set({ state: "planned", startedAt: null })
    .where("id", "=", conferenceId)
    .execute();
  const hers = await visited.openAs(itzel, "/strengths", { width: "phone" });
  await hers.getByLabel("My plan").fill("Marine engineering");
  await hers.getByText("Saved", { exact: false }).first().waitFor();
  expect(await faultsOf(hers, "strengths-own-form")).toEqual([]);
  const home = await visited.openAs(rosa, `/before/${conferenceId}#6`, { width: "phone" });
  await home.getByLabel(/What home thinks of it|Lo que piensa la familia/).fill("We are proud.");
  expect(await faultsOf(home, "questions-own-form")).toEqual([]);
  await expect
    .poll(async () => (await lectern.as(mrOkafor, () => readFamilyAnswers(conferenceId))).households.length)
    .toBe(1);
  await lectern.db
    .updateTable("conference")
    .set({ state: "live", startedAt: lectern.now })
    .where("id", "=", conferenceId)
    .execute();
  const page = await visited.openAs(mrOkafor, `/room/${conferenceId}`);
  await page.getByRole("heading", { name: "After graduation" }).waitFor();
  await expect.poll(() => page.getByLabel("My plan").inputValue()).toBe("Marine engineering");
  await page.getByLabel("Visited a campus").check();
  await page.getByLabel("Path").selectOption({ label: "Work and training" });
  await page.getByRole("button", { name: /Put it into the record.*What home thinks/s }).click();
  await page.getByText("Taken up").waitFor();
  await expect
    .poll(async () => {
      const { fields } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
      return Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    })
    .toMatchObject({
      "own.plan": "Marine engineering",
      "own.visited": "yes",
      "own.path": "work",
      "own.home": "We are proud.",
    });
  expect(await faultsOf(page, "room-own-form")).toEqual([]);
  await page.getByLabel("Path").selectOption({ label: "Not chosen" });
  await page.getByRole("button", { name: "Section 8, After graduation: something to fill" }).waitFor();
  // A way to a field is as wide as a finger also where the school calls the field by one short word.
  expect(await faultsOf(page, "room-own-missing")).toEqual([]);
  const { id } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  await page.goto(`/records/${id}`, { waitUntil: "networkidle" });
  const paper = page.getByRole("main");
  await paper.getByRole("heading", { name: "After graduation" }).waitFor();
  await paper.getByText("Marine engineering").waitFor();
  await paper.getByText("Visited a campus").waitFor();
}, 120_000);
