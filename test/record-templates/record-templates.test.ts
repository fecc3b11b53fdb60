import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff } from "#test/support/people.ts";
import { addSchool } from "#test/support/school.ts";
import {
  listRecordTemplates,
  makeRecordTemplate,
  openRecordTemplate,
  previewAddress,
  publishRecordTemplate,
  removeRecordTemplate,
  renameRecordTemplate,
  retireRecordTemplate,
  reviveRecordTemplate,
  saveDefinition,
} from "#web/record-templates/record-template.api.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { readSeason } from "#web/seasons/season.api.ts";
import { fetchPdf, wordsIn } from "../records/pdf-words.ts";
import { aRecordInTheRoom, look } from "../records/record-story.ts";
import { checkShape } from "#server/record-templates/definition/check-shape.ts";
import { completed } from "#server/record-templates/definition/usual-form.ts";
import {
  anOwnField,
  anOwnSection,
  aTemplate,
  change,
  choose,
  publish,
  sectionIn,
  withAfterSchool,
} from "./template-story.ts";

const lectern = useLectern();

test("an administrator adds a section, publishes it, and the records begun from then on ask for it", async () => {
  const before = await aRecordInTheRoom(lectern);
  const form = await aTemplate(lectern, before.school);
  await change(lectern, form, withAfterSchool);
  expect((await readSeasonOf(form.msEze, before.school.seasonId)).recordTemplates).toEqual([]);
  expect(await publish(lectern, form)).toBe(1);
  await choose(lectern, form, before.school);
  // What began before stays as it began.
  expect((await look(lectern, before)).form).toMatchObject({ name: null, version: null });
  expect((await look(lectern, before)).form.sections.map(({ key }) => key)).not.toContain("ownCollege");
});

const readSeasonOf = (person: Parameters<typeof lectern.as>[0], seasonId: string) =>
  lectern.as(person, () => readSeason(seasonId));

test("what cannot be published says why, and is published by nobody", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  const { problems } = await change(lectern, form, (definition) => {
    definition.sections.unshift(
      anOwnSection("ownFirst", "First", "", []),
      ...definition.sections.splice(
        definition.sections.findIndex(({ key }) => key === "plan"),
        1,
      ),
    );
    sectionIn(definition, "goals").fields.push(
      anOwnField("one", "Way to school", "", { grades: { from: 12, to: 9 } }),
      anOwnField("two", "Way to school", "Camino", { kind: "choice" }),
      anOwnField("three", "Bus <b>", "Autobús", { by: "family", required: ["not-met"] }),
      anOwnField("four", "Rank", "Lugar", { kind: "data" }),
    );
    return definition;
  });
  expect(problems.map(({ code, field, section }) => `${section} ${field ?? ""}: ${code}`).sort()).toEqual([
    "goals four: source-missing",
    "goals one: grades-order",
    "goals one: label-missing",
    "goals three: markup",
    "goals three: required-nowhere",
    "goals two: choices-few",
    "goals two: same-label",
    "ownFirst : heading-missing",
    "ownFirst : section-empty",
    "plan : strengths-first",
  ]);
  await expect(publish(lectern, form)).rejects.toMatchObject({
    status: 409,
    code: "record-template-invalid",
  });
});

test("a letter nothing can print keeps a form from being published", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  await change(lectern, form, (definition) => {
    sectionIn(definition, "goals").fields.push(anOwnField("one", "Way 𒀀", "Camino 𒀀"));
    return definition;
  });
  await expect(publish(lectern, form)).rejects.toMatchObject({
    current: [expect.objectContaining({ code: "unprintable" }), expect.anything(), expect.anything()],
  });
});

test("what must stay stays, and no section or field is there twice", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  const refuse = async (to: Parameters<typeof change>[2]) =>
    await expect(change(lectern, form, to)).rejects.toMatchObject({ status: 400, field: "definition" });
  await refuse((definition) => ((sectionIn(definition, "goals").isLeftOut = true), definition));
  await refuse((definition) => (definition.sections.push(definition.sections[0]!), definition));
  await refuse((definition) => {
    for (const field of sectionIn(definition, "family").fields)
      if (field.is === "usual" && field.name === "questions") field.isLeftOut = true;
    return definition;
  });
  await refuse((definition) => {
    sectionIn(definition, "goals").fields.push(...sectionIn(definition, "proud").fields.splice(0, 1));
    return definition;
  });
  await refuse((definition) => {
    for (const field of sectionIn(definition, "family").fields) field.required = ["held"];
    return definition;
  });
  await refuse((definition) => {
    definition.sections.push({ ...definition.sections[0]!, key: "elsewhere" });
    return definition;
  });
});

test("two administrators: the second is told what stands now, and the name too", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  const mrWhitcombe = await addStaff(school, "Alan Whitcombe", ["district-administrator"]);
  const { revision, definition } = await lectern.as(form.msEze, () => openRecordTemplate(form.templateId));
  await change(lectern, form, withAfterSchool);
  await lectern.as(mrWhitcombe, async () => {
    const late = saveDefinition(form.templateId, { revision, definition });
    await expect(late).rejects.toMatchObject({ status: 409, code: "stale", current: { revision: 1 } });
    await renameRecordTemplate(form.templateId, "Grades 11 and 12", "Upper school");
    const again = renameRecordTemplate(form.templateId, "Grades 11 and 12", "Seniors");
    await expect(again).rejects.toMatchObject({ code: "stale", current: "Upper school" });
    await expect(publishRecordTemplate(form.templateId, 0)).rejects.toMatchObject({ code: "stale" });
  });
});

test("a form is copied, taken out of use and taken up again; only one never published can be removed", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  await change(lectern, form, withAfterSchool);
  await publish(lectern, form);
  await expect(publish(lectern, form)).rejects.toMatchObject({ code: "record-template-same" });
  await choose(lectern, form, school);
  await lectern.as(form.msEze, async () => {
    const { id } = await makeRecordTemplate(school.schoolId, { name: "Grade 6", copyOf: form.templateId });
    expect((await openRecordTemplate(id)).definition.sections.map(({ key }) => key)).toContain("ownCollege");
    await expect(retireRecordTemplate(form.templateId)).rejects.toMatchObject({
      code: "record-template-used",
    });
    await expect(removeRecordTemplate(form.templateId)).rejects.toMatchObject({
      code: "record-template-published",
    });
    await retireRecordTemplate(id);
    const { revision, definition } = await openRecordTemplate(id);
    const late = saveDefinition(id, { revision, definition });
    await expect(late).rejects.toMatchObject({ code: "record-template-retired" });
    await reviveRecordTemplate(id);
    await removeRecordTemplate(id);
    const { templates } = await listRecordTemplates(school.schoolId);
    expect(templates).toEqual([
      expect.objectContaining({
        name: "Grades 11 and 12",
        version: 1,
        seasons: ["Fall conferences"],
        hasChanges: false,
      }),
    ]);
  });
});

test("a form of another school is neither copied nor chosen", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  await publishChanged(form);
  const other = await addSchool(lectern.db, school.districtId, { name: "Chatham Road School" });
  const mrWhitcombe = await addStaff(school, "Alan Whitcombe", ["district-administrator"]);
  await lectern.as(mrWhitcombe, async () => {
    const copy = makeRecordTemplate(other.schoolId, { name: "Ours", copyOf: form.templateId });
    await expect(copy).rejects.toMatchObject({ status: 404 });
  });
  await expect(choose(lectern, { ...form, msEze: mrWhitcombe }, other)).rejects.toMatchObject({
    status: 400,
    field: "recordTemplateId",
  });
});

async function publishChanged(form: Parameters<typeof change>[1]): Promise<void> {
  await change(lectern, form, withAfterSchool);
  await publish(lectern, form);
}

test("the form is seen as a PDF before anyone relies on it, in every language and with long texts", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const form = await aTemplate(lectern, school);
  await change(lectern, form, withAfterSchool);
  for (const language of ["en", "es", "ar"] as const)
    for (const length of ["usual", "longest"] as const) {
      const url = previewAddress(form.templateId, { language, length });
      const words = await wordsIn(await fetchPdf(lectern, form.msEze, url, `preview-${language}-${length}`));
      expect(words).toContain(
        { en: "After graduation", es: "Después de graduarse", ar: "After graduation" }[language],
      );
    }
});

test("each form that comes with the product is whole: it can be copied and published as it is", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const { msEze } = await aTemplate(lectern, school);
  const { shipped } = await lectern.as(msEze, () => listRecordTemplates(school.schoolId));
  expect(shipped).toEqual(["fall-goals", "seniors", "spring-showcase"]);
  for (const copyOf of shipped) {
    const { id } = await lectern.as(msEze, () =>
      makeRecordTemplate(school.schoolId, { name: copyOf, copyOf }),
    );
    const { revision, definition, problems } = await lectern.as(msEze, () => openRecordTemplate(id));
    expect(problems).toEqual([]);
    expect(() => checkShape(definition)).not.toThrow();
    expect(definition).toEqual(completed(definition));
    expect(await lectern.as(msEze, () => publishRecordTemplate(id, revision))).toEqual({ version: 1 });
  }
  const none = lectern.as(msEze, () => makeRecordTemplate(school.schoolId, { name: "x", copyOf: "made-up" }));
  await expect(none).rejects.toMatchObject({ status: 404 });
});
