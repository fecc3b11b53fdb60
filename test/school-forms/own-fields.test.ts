import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addResult } from "#test/support/numbers.ts";
import type { Person } from "#test/support/people.ts";
import { aPdf, sendForm } from "#test/support/uploads.ts";
import { retireRecordTemplate } from "#web/record-templates/record-template.api.ts";
import { schoolFormAddress, sealRecord } from "#web/records/record.api.ts";
import {
  placeBoxes,
  readSchoolForm,
  saveMapping,
  trySchoolForm,
  useSchoolForm,
} from "#web/school-forms/school-form.api.ts";
import { changeSeason } from "#web/seasons/season.api.ts";
import { fetchPdf, wordsIn } from "../records/pdf-words.ts";
import { readyToFinish, write } from "../records/record-story.ts";
import {
  aRecordOnItsForm,
  aTemplate,
  change,
  publish,
  sectionIn,
  withAfterSchool,
} from "../record-templates/template-story.ts";

const lectern = useLectern();

type Story = Awaited<ReturnType<typeof aRecordOnItsForm>>;
const box = (name: string, kind: string, y: number, height = 8) => ({
  ...{
    name,
    kind,
    page: 1,
    x: 20,
    y,
    width: kind === "tick" ? 5 : 120,
    height: kind === "tick" ? 5 : height,
  },
});

/** The district's page, with boxes named as the school's record form asks. */
async function aPageFor({ msEze, school }: Story, boxes: ReturnType<typeof box>[]): Promise<string> {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(await aPdf(1, "After graduation"))], "HC-120.pdf"));
  const url = `/api/schools/${school.schoolId}/forms`;
  const { body } = await sendForm<{ id: string }>(lectern, msEze, form, url);
  await lectern.as(msEze, () => placeBoxes(body.id, { schema: 1, pages: 1, boxes }));
  return body.id;
}

const filledFor = async (who: Person, { recordId }: Story, language: string, name: string) =>
  await wordsIn(await fetchPdf(lectern, who, schoolFormAddress(recordId, language), name));

test("what a school's record form adds goes into its own PDF: words, a choice, ticks, and what it knows from data", async () => {
  const story = await aRecordOnItsForm(lectern);
  const { msEze, mrOkafor, itzel } = story;
  await addResult(lectern.db, itzel, { area: "math", percentile: 72 });
  const id = await aPageFor(story, [
    box("My plan", "text", 40, 20),
    box("Path", "text", 70),
    box("Visited a campus", "tick", 90),
    box("Work and training", "tick", 100),
    box("Compared with the country", "text", 120),
  ]);
  const { mapping, slots } = await lectern.as(msEze, () => readSchoolForm(id));
  const chosen = Object.fromEntries(mapping.map(({ field, slot }) => [field, slot]));
  expect(chosen).toEqual({
    "My plan": "own.plan",
    Path: "own.path",
    "Visited a campus": "own.visited",
    "Work and training": "own.path=work",
    "Compared with the country": "own.rank",
  });
  expect(slots.find((slot) => slot.id === "own.path=work")?.own).toEqual({
    form: "Grades 11 and 12",
    label: { en: "Path", es: "Camino" },
    choice: { en: "Work and training", es: "Trabajo y formación" },
  });
  await lectern.as(msEze, () => useSchoolForm(id));

  await write(lectern, itzel, story, "own.plan", "Marine engineering, I think.");
  await write(lectern, mrOkafor, story, "own.path", "work");
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(story.recordId, revision));
  const english = await filledFor(mrOkafor, story, "en", "own-fields-on-the-district-form");
  for (const words of ["Marine engineering, I think.", "Work and training", "72"])
    expect(english).toContain(words);
  const spanish = await filledFor(story.rosa, story, "es", "own-fields-on-the-district-form-es");
  expect(spanish).toContain("Marine engineering, I think.");
  expect(spanish).toContain("Trabajo y formación");
});

test("tried, its boxes are filled with the longest that may stand there", async () => {
  const story = await aRecordOnItsForm(lectern);
  const id = await aPageFor(story, [box("My plan", "text", 40), box("Path", "text", 70)]);
  const { overflows } = await lectern.as(story.msEze, () => trySchoolForm(id));
  expect(overflows.map(({ field }) => field)).toEqual(["My plan"]);
  const trial = await fetchPdf(lectern, story.msEze, `/api/school-forms/${id}/trial.pdf`, "own-fields-tried");
  expect(await wordsIn(trial)).toContain("Work and training");
});

test("what a newer version asks no more, or a form the school has put away, can still be filled for records that have it", async () => {
  const story = await aRecordOnItsForm(lectern);
  const { msEze, templateId } = story;
  const id = await aPageFor(story, [box("My plan", "text", 40, 20)]);
  await change(lectern, story, (definition) => {
    const own = sectionIn(definition, "ownCollege");
    own.fields = own.fields.filter((field) => field.is === "usual" || field.key !== "plan");
    return definition;
  });
  await publish(lectern, story);
  await lectern.as(msEze, async () => {
    const { seasonId } = story.school;
    await changeSeason(seasonId, { field: "recordTemplateId", base: templateId, value: null });
    await retireRecordTemplate(templateId);
  });
  const { revision, mapping } = await lectern.as(msEze, () => readSchoolForm(id));
  expect(mapping.map(({ slot }) => slot)).toEqual(["own.plan"]);
  await expect(lectern.as(msEze, () => saveMapping(id, { revision, mapping }))).resolves.toBeDefined();
});

test("what a home that met apart said goes onto its copy and the school's, never onto the other home's", async () => {
  const story = await aRecordOnItsForm(lectern, withAfterSchool, { householdKey: "rosa" });
  const { msEze, mrOkafor, rosa, hector, recordId } = story;
  const id = await aPageFor(story, [box("What home thinks of it", "text", 40, 20)]);
  await lectern.as(msEze, () => useSchoolForm(id));
  await write(lectern, mrOkafor, story, "own.home", "We are proud of her.", { part: rosa.householdId });
  await write(lectern, mrOkafor, story, "own.path", "work");
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  for (const who of [mrOkafor, rosa])
    expect(await filledFor(who, story, "en", "own-fields-apart")).toContain("We are proud of her.");
  const hectors = await filledFor(hector, story, "en", "own-fields-apart-hector");
  expect(hectors).toContain("After graduation");
  expect(hectors).not.toContain("proud");
});

test("drafts and other schools' forms add nothing", async () => {
  const story = await aRecordOnItsForm(lectern);
  const draft = await aTemplate(lectern, story.school, "Not yet");
  await change(lectern, draft, (definition) => {
    const changed = withAfterSchool(definition);
    for (const field of sectionIn(changed, "ownCollege").fields)
      if (field.is === "own") field.key = `${field.key}Later`;
    return changed;
  });
  const id = await aPageFor(story, [box("My plan", "text", 40)]);
  const { slots, revision } = await lectern.as(story.msEze, () => readSchoolForm(id));
  expect(slots.map((slot) => slot.id).filter((slot) => slot.endsWith("Later"))).toEqual([]);
  const mapping = [{ field: "My plan", slot: "own.planLater", row: 1 }];
  await expect(lectern.as(story.msEze, () => saveMapping(id, { revision, mapping }))).rejects.toMatchObject({
    status: 400,
  });
});
