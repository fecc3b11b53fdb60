import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addResult } from "#test/support/numbers.ts";
import { correctRecord, listMissing, openRecord, readContent, sealRecord } from "#web/records/record.api.ts";
import { fetchPdf, pdfOf, wordsIn } from "../records/pdf-words.ts";
import { aRecordInTheRoom, fillIn, end, look, readyToFinish, write } from "../records/record-story.ts";
import {
  aRecordOnItsForm,
  anOwnField,
  change,
  publish,
  sectionIn,
  withAfterSchool,
} from "./template-story.ts";

const lectern = useLectern();

const keysOf = ({ form }: Awaited<ReturnType<typeof openRecord>>) => form.sections.map(({ key }) => key);

test("the room writes into the school's own fields, and refuses what they cannot hold", async () => {
  const story = await aRecordOnItsForm(lectern);
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
  const story = await aRecordOnItsForm(lectern);
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
  const story = await aRecordOnItsForm(lectern, (definition) => {
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
  const story = await aRecordOnItsForm(lectern, (definition) => {
    sectionIn(definition, "strengths").heading = { en: "What I bring", es: "Lo que aporto" };
    return withAfterSchool(definition);
  });
  await addResult(lectern.db, story.itzel, { area: "math", percentile: 72 });
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
    "Compared with the country. math 72 of 100",
    "Form “Grades 11 and 12”, version 1",
  ])
    expect(english).toContain(words);
  const url = `/api/records/${story.recordId}/pdf?language=es`;
  const spanish = await wordsIn(await fetchPdf(lectern, story.rosa, url, "own-form-es"));
  for (const words of ["Lo que aporto", "Después de graduarse", "Camino: Universidad"])
    expect(spanish).toContain(words);
});

test("a later version changes nothing in records that began or were finished before", async () => {
  const story = await aRecordOnItsForm(lectern);
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

test("a section for juniors and seniors is asked of them alone", async () => {
  const story = await aRecordOnItsForm(lectern, (definition) => {
    withAfterSchool(definition);
    sectionIn(definition, "ownCollege").grades = { from: 12, to: 12 };
    return definition;
  });
  expect(keysOf(await look(lectern, story))).not.toContain("ownCollege");
});

test("a required line in a section of the usual form stands among its lines on paper", async () => {
  const story = await aRecordOnItsForm(lectern, (definition) => {
    sectionIn(definition, "strengths").fields.splice(1, 0, anOwnField("kind", "Kind to others", "Amable"));
    return definition;
  });
  await write(lectern, story.mrOkafor, story, "own.kind", "Every day.");
  await fillIn(lectern, story);
  const paper = await pdfOf(lectern, story.mrOkafor, story.recordId, "own-line");
  expect(paper).toMatch(/In my own words\. I ask again\. .*Kind to others\. Every day\. .*From my adviser\./);
});

test("what the room said and a reader may not hear is not told to her as missing", async () => {
  const story = await aRecordOnItsForm(lectern, (definition) => {
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
  const story = await aRecordOnItsForm(lectern);
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
