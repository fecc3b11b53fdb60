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
import { correctRecord, listMissing, openRecord, readContent, sealRecord } from "#web/records/record.api.ts";
import { readSeason } from "#web/seasons/season.api.ts";
import { conferenceLayout, wordsIn as formWords } from "../forms/conference-form.ts";
import { fetchPdf, pdfOf, wordsIn } from "../records/pdf-words.ts";
import { aRecordInTheRoom, fillIn, end, look, readyToFinish, write } from "../records/record-story.ts";
import { styles } from "#server/forms/flow/look.ts";
import { Reader } from "#server/forms/reader.ts";
import { fitted } from "#server/record-templates/arranging/fitted.ts";
import { wordsOver } from "#server/records/content/form-edition.ts";
import { arrangeWords } from "#server/record-templates/arranging/arrange-words.ts";
import { checkShape } from "#server/record-templates/definition/check-shape.ts";
import { completed, usualDefinition } from "#server/record-templates/definition/usual-form.ts";
import { arrangeLayout } from "#server/record-templates/arranging/arrange-layout.ts";
import { resolveForm } from "#server/record-templates/definition/resolve-form.ts";
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

test("a form nobody changed is the form as it comes, to the last line", () => {
  expect(arrangeLayout(conferenceLayout, resolveForm(undefined, 11))).toEqual(conferenceLayout);
});

test("an administrator adds a section, publishes it, and the records begun from then on ask for it", async () => {
  const before = await aRecordInTheRoom(lectern);
  const form = await aTemplate(lectern, before.school);
  await change(lectern, form, withAfterSchool);
  expect((await readSeasonOf(form.msEze, before.school.seasonId)).recordTemplates).toEqual([]);
  expect(await publish(lectern, form)).toBe(1);
  await choose(lectern, form, before.school);
  // What began before stays as it began.
  expect((await look(lectern, before)).form).toMatchObject({ name: null, version: null });
  expect(keysOf(await look(lectern, before))).not.toContain("ownCollege");
});

const readSeasonOf = (person: Parameters<typeof lectern.as>[0], seasonId: string) =>
  lectern.as(person, () => readSeason(seasonId));
const keysOf = ({ form }: Awaited<ReturnType<typeof openRecord>>) => form.sections.map(({ key }) => key);

/** Tonight's conference, its record made after the school's own form. */
async function aRecordOnItsForm(to = withAfterSchool) {
  const story = await aRecordInTheRoom(lectern);
  const form = await aTemplate(lectern, story.school);
  await change(lectern, form, to);
  await publish(lectern, form);
  await choose(lectern, form, story.school);
  await lectern.db.deleteFrom("conferenceRecord").where("id", "=", story.recordId).execute();
  const { id } = await lectern.as(story.mrOkafor, () => openRecord(story.conferenceId));
  return { ...story, ...form, recordId: id };
}

test("the room writes into the school's own fields, and refuses what they cannot hold", async () => {
  const story = await aRecordOnItsForm();
  const { mrOkafor, itzel, rosa } = story;
  expect(keysOf(await look(lectern, story))).toContain("ownCollege");
  await write(lectern, itzel, story, "own.plan", "Marine engineering, I think.");
  await write(lectern, mrOkafor, story, "own.visited", "yes");
  await write(lectern, mrOkafor, story, "own.path", "college");
  await write(lectern, mrOkafor, story, "own.home", "We are proud.");
  const refused: [string, string | Record<string, string>][] = [
    ["own.visited", "perhaps"],
    ["own.path", "elsewhere"],
    ["own.plan", { question: "?" }],
    ["own.rank", "99"],
    ["own.nothing", "x"],
    ["own.plan.more", "x"],
  ];
  for (const [field, value] of refused)
    await expect(write(lectern, mrOkafor, story, field, value)).rejects.toMatchObject({ status: 400 });
  // A student writes what is hers and nothing of the adviser's.
  await expect(write(lectern, itzel, story, "own.path", "work")).rejects.toMatchObject({ status: 404 });
  await expect(write(lectern, rosa, story, "own.home", "x")).rejects.toMatchObject({ status: 404 });
  const hers = await lectern.as(itzel, () => openRecord(story.conferenceId));
  expect(hers.fields.map(({ field }) => field)).toEqual(["own.plan"]);
});

test("what the form requires is needed before the record can be finished, and told by its section", async () => {
  const story = await aRecordOnItsForm();
  await fillIn(lectern, story);
  await end(lectern, story, "held");
  const missing = () => lectern.as(story.mrOkafor, () => listMissing(story.recordId, "held"));
  expect((await missing()).missing).toEqual([
    { key: "own.path", section: "ownCollege", field: "own.path", part: "core" },
  ]);
  await write(lectern, story.mrOkafor, story, "own.path", "work");
  expect((await missing()).missing).toEqual([]);
});

test("a usual field is required or not as the school says, and what is left out is asked nowhere", async () => {
  const story = await aRecordOnItsForm((definition) => {
    for (const field of sectionIn(definition, "strengths").fields)
      if (field.is === "usual" && field.name === "adviserStrengths") field.required = [];
    for (const field of sectionIn(definition, "strengths").fields)
      if (field.is === "usual" && field.name === "growthAreas") field.required = ["held"];
    sectionIn(definition, "results").isLeftOut = true;
    return definition;
  });
  const { missing } = await lectern.as(story.mrOkafor, () => listMissing(story.recordId, "held"));
  const keys = missing.map(({ key }) => key);
  expect(keys).toContain("growthAreas");
  for (const gone of ["adviserStrengths", "languageArtsNote", "mathNote"]) expect(keys).not.toContain(gone);
  const paper = await pdfOf(lectern, story.mrOkafor, story.recordId, "form-without-results");
  expect(paper).not.toContain("Results: language arts");
});

test("the finished record says it on paper under the school's names, in each reader's language", async () => {
  const story = await aRecordOnItsForm((definition) => {
    sectionIn(definition, "strengths").heading = { en: "What I bring", es: "Lo que aporto" };
    return withAfterSchool(definition);
  });
  await lectern.db
    .updateTable("assessmentResult")
    .set({ percentile: 72 })
    .where("studentId", "=", story.itzel.personId)
    .execute();
  await write(lectern, story.itzel, story, "own.plan", "Marine engineering, I think.");
  await write(lectern, story.mrOkafor, story, "own.path", "college");
  await write(lectern, story.mrOkafor, story, "own.visited", "yes");
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const english = await pdfOf(lectern, story.mrOkafor, story.recordId, "own-form-en");
  for (const words of [
    "What I bring",
    "After graduation",
    "My plan.",
    "Marine engineering, I think.",
    "Visited a campus. Yes",
    "Path. College",
    "Form “Grades 11 and 12”, version 1",
  ])
    expect(english).toContain(words);
  const url = `/api/records/${story.recordId}/pdf?language=es`;
  const spanish = await wordsIn(await fetchPdf(lectern, story.rosa, url, "own-form-es"));
  for (const words of ["Lo que aporto", "Después de graduarse", "Camino: Universidad"])
    expect(spanish).toContain(words);
});

test("a later version changes nothing in records that began or were finished before", async () => {
  const story = await aRecordOnItsForm();
  await write(lectern, story.mrOkafor, story, "own.path", "college");
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const url = `/api/records/${story.recordId}/pdf?language=en`;
  const first = await fetchPdf(lectern, story.mrOkafor, url, "own-form-before");
  await change(lectern, story, (definition) => {
    const own = sectionIn(definition, "ownCollege");
    own.heading = { en: "Life after", es: "La vida después" };
    own.fields = own.fields.filter((field) => field.is === "usual" || field.key !== "path");
    return definition;
  });
  expect(await publish(lectern, story)).toBe(2);
  const second = await fetchPdf(lectern, story.mrOkafor, url, "own-form-after");
  expect(second.equals(first)).toBe(true);
  const { form } = await lectern.as(story.mrOkafor, () => readContent(story.recordId));
  expect(form.version).toBe(1);
});

test("a finished record is drawn after the very form it was finished with, whatever the form's words become", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const { core } = await lectern.as(story.mrOkafor, () => readContent(story.recordId));
  const kept = await lectern.db
    .selectFrom("formEdition")
    .select("form")
    .where("digest", "=", Buffer.from(core.edition!, "hex"))
    .executeTakeFirstOrThrow();
  expect(JSON.parse(kept.form)).toMatchObject({
    layout: { name: "conference-record" },
    words: { es: { strengths: { heading: "Fortalezas" } } },
  });
  const rewriting = lectern.db.updateTable("formEdition").set({ form: "{}" }).execute();
  await expect(rewriting).rejects.toThrow("stays as it is");
});

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

test("a section for juniors and seniors is asked of them alone", async () => {
  const story = await aRecordOnItsForm((definition) => {
    withAfterSchool(definition);
    sectionIn(definition, "ownCollege").grades = { from: 12, to: 12 };
    return definition;
  });
  expect(keysOf(await look(lectern, story))).not.toContain("ownCollege");
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

test("a required line in a section of the usual form stands among its lines on paper", async () => {
  const story = await aRecordOnItsForm((definition) => {
    sectionIn(definition, "strengths").fields.splice(1, 0, anOwnField("kind", "Kind to others", "Amable"));
    return definition;
  });
  await write(lectern, story.mrOkafor, story, "own.kind", "Every day.");
  await fillIn(lectern, story);
  const paper = await pdfOf(lectern, story.mrOkafor, story.recordId, "own-line");
  expect(paper).toMatch(/In my own words\. I ask again\. .*Kind to others\. Every day\. .*From my adviser\./);
});

test("a name not written in the reader's language stands in another, and says which to whoever hears it read", () => {
  const definition = withAfterSchool(usualDefinition());
  const form = resolveForm({ name: "Seniors", version: 1, definition }, 11);
  const layout = arrangeLayout(conferenceLayout, form);
  const reader = new Reader(arrangeWords(formWords("ar"), layout, form, "ar"), "ar");
  const spans = reader.spans({ word: "own.ownCollege" }, styles.body);
  expect(spans).toEqual([expect.objectContaining({ text: "After graduation", lang: "en" })]);
  expect(reader.spans({ word: "strengths.heading" }, styles.body)[0]).not.toHaveProperty("lang");
});

test("a form kept long ago is drawn in its own words, and in today's for what it could not say yet", () => {
  const today = { strengths: { heading: "Strengths", own: "In my own words." }, new: { key: "Said since" } };
  const kept = { strengths: { heading: "What I bring" }, gone: "Said then" };
  expect(wordsOver(kept, today)).toEqual({
    strengths: { heading: "What I bring", own: "In my own words." },
    new: { key: "Said since" },
    gone: "Said then",
  });
  const layout = structuredClone(conferenceLayout);
  const words = { school: [{ outcome: "Kept", promise: "A seat", because: "", since: "2026" }] };
  expect(fitted({ promises: words, elsewhere: {} }, layout)).toEqual({
    promises: { school: [{ outcome: "Kept", promise: "A seat", because: "" }] },
  });
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

test("what the room said and a reader may not hear is not told to her as missing", async () => {
  const story = await aRecordOnItsForm((definition) => {
    for (const field of sectionIn(definition, "family").fields)
      if (field.is === "usual" && field.name === "celebrations") field.required = ["held", "stopped"];
    return definition;
  });
  const adviser = () => pdfOf(lectern, story.mrOkafor, story.recordId, "celebrations-required");
  expect(await adviser()).toContain("What we celebrate. Not written yet");
  await write(lectern, story.mrOkafor, story, "celebrations", "She asks questions again.");
  expect(await adviser()).toContain("What we celebrate. She asks questions again.");
  // While it is written the student reads her own part alone.
  expect(await pdfOf(lectern, story.itzel, story.recordId, "celebrations-hers")).not.toContain("celebrate");
});

test("a mistake in a section of the school's own is set right by its name, and in no section there is not", async () => {
  const story = await aRecordOnItsForm();
  await write(lectern, story.mrOkafor, story, "own.path", "college");
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const correct = (section: string, version: number) =>
    lectern.as(story.msEze, () =>
      correctRecord(story.recordId, {
        ...{ version, part: "core", section, language: "en" },
        ...{ what: "She chose work and training.", because: "The wrong line was chosen" },
      }),
    );
  await correct("ownCollege", 1);
  for (const section of ["ownNothing", "credits"])
    await expect(correct(section, 2)).rejects.toMatchObject({ status: 400, field: "section" });
  const paper = await pdfOf(lectern, story.itzel, story.recordId, "own-corrected");
  expect(paper).toContain("After graduation · She chose work and training.");
});
