import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { projectRoot } from "#server/project-root.ts";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { writePromise, listGoals } from "#web/goals/goal.api.ts";
import { acknowledge, pdfAddress, planSupport, sealRecord } from "#web/records/record.api.ts";
import {
  aRecordInTheRoom,
  end,
  fillIn,
  readAloud,
  tryToReach,
  write,
  type RecordStory,
} from "./record-story.ts";

const lectern = useLectern();

/** Fetches the PDF as somebody, keeps it to be looked at, and gives its words. */
async function draw(reader: Person, { recordId }: RecordStory, name: string, language?: string) {
  const cookie = await lectern.cookieOf(reader);
  const answer = await lectern.app.inject({ url: pdfAddress(recordId, language), headers: { cookie } });
  const bytes = answer.rawPayload;
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  const folder = join(projectRoot, "build/pdfs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), bytes);
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    }),
  );
  return { bytes, text: pages.join(" ").replace(/\s+/g, " "), headers: answer.headers };
}

/** A full evening: questions, something to plan for, home's promise, everybody's name. */
async function aWholeEvening(): Promise<RecordStory> {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, rosa, itzel, school } = story;
  await fillIn(lectern, story);
  await write(lectern, mrOkafor, story, "proud", "Cranes, Pier 9. I waited for the light three mornings.");
  await write(lectern, mrOkafor, story, "celebrations", "She got up at five without being asked.");
  await write(lectern, mrOkafor, story, `questions.${uuidv7()}`, {
    question: "Does the D stop college?",
    saidBy: "Rosa Duarte",
    agreed: "No. It must be repeated.",
    owner: "Ms. Lindgren",
  });
  const need = uuidv7();
  await write(lectern, mrOkafor, story, `needs.${need}`, {
    need: "credit-deficiency",
    what: "Half a year of math",
  });
  await lectern.as(mrOkafor, () =>
    planSupport(story.recordId, need, {
      need: "credit-deficiency",
      action: "Algebra 1B recovery",
      provider: "Ms. Lindgren",
      startsOn: "2026-12-04",
      frequency: "twice a week",
      measure: "Quizzes over 80 %",
      reviewOn: "2027-01-15",
    }),
  );
  for (const [area, score] of [
    ["language-arts", 221],
    ["math", 219],
  ] as const)
    await lectern.db
      .insertInto("assessmentResult")
      .values({
        districtId: school.districtId,
        id: uuidv7(),
        studentId: itzel.personId,
        test: "MAP Growth",
        area,
        schoolYear: "2026–27",
        testWindow: "fall",
        score,
        standardError: 3,
        band: "Average",
        growth: score === 221 ? 12 : 5,
        growthExpected: score === 221 ? 5 : 9,
        percentile: 49,
        normYear: 2025,
      })
      .execute();
  const { goals } = await lectern.as(mrOkafor, () => listGoals(itzel.personId));
  await lectern.as(mrOkafor, () =>
    writePromise(goals[0]!.id, "family", {
      householdId: rosa.householdId,
      base: null,
      value: { wording: "Los martes sin cuidar a sus primos", ownerName: "Rosa", byOn: "2026-11-17" },
      language: "es",
    }),
  );
  await end(lectern, story, "held");
  return story;
}

const sign = (story: RecordStory, signer: Person, revision: number) =>
  lectern.as(story.mrOkafor, () =>
    acknowledge(story.recordId, {
      personId: signer.personId,
      typedName: signer.name,
      tookPart: true,
      receivedCopy: false,
      comment: signer === story.hector ? "Quiero saber antes si cambia el horario." : "",
      language: "es",
      revision,
    }),
  );

test("a draft says that it is one; the finished record has names, number and digest, and its copy is kept", async () => {
  const story = await aWholeEvening();
  const { mrOkafor, itzel, rosa, hector, recordId } = story;
  const draft = await draw(mrOkafor, story, "draft");
  expect(draft.text).toContain("Draft");
  const revision = await readAloud(lectern, story);
  for (const signer of [itzel, rosa, hector]) await sign(story, signer, revision);
  const { number } = await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  const { text, bytes, headers } = await draw(mrOkafor, story, "sealed-adviser");
  for (const words of ["Itzel Navarro Duarte", "Daniel Okafor", "Rosa Duarte", "Héctor Navarro", number])
    expect(text).toContain(words);
  for (const words of [
    "Cranes, Pier 9",
    "Does the D stop college?",
    "Algebra 1B recovery",
    "Raise Geometry to a B",
  ])
    expect(text).toContain(words);
  expect(text).not.toContain("49");
  expect(headers["content-disposition"]).toContain(encodeURIComponent(number));
  const copies = await lectern.db
    .selectFrom("recordCopy")
    .selectAll()
    .where("recordId", "=", recordId)
    .execute();
  expect(copies).toMatchObject([{ language: "en", sha256: createHash("sha256").update(bytes).digest() }]);
});

test("each home’s copy has its own promises and words, in its language, and never the other’s", async () => {
  const story = await aWholeEvening();
  const { mrOkafor, itzel, rosa, hector } = story;
  const revision = await readAloud(lectern, story);
  for (const signer of [rosa, hector]) await sign(story, signer, revision);
  await lectern.as(mrOkafor, () => sealRecord(story.recordId, revision));
  const hers = await draw(rosa, story, "sealed-rosa");
  expect(hers.text).toContain("Acta de la conferencia");
  expect(hers.text).toContain("Los martes sin cuidar");
  expect(hers.text).not.toContain("Quiero saber antes");
  const his = await draw(hector, story, "sealed-hector");
  expect(his.text).toContain("Quiero saber antes");
  expect(his.text).not.toContain("Los martes sin cuidar");
  const students = await draw(itzel, story, "sealed-student");
  expect(students.text).not.toContain("Quiero saber antes");
  expect((await draw(rosa, story, "sealed-rosa-again")).bytes.equals(hers.bytes)).toBe(true);
});

test("every ending can be printed", async () => {
  for (const outcome of ["stopped", "not-met", "held-without-family"] as const) {
    const story = await aRecordInTheRoom(lectern, { guests: "nobody" });
    const { mrOkafor, recordId } = story;
    if (outcome === "held-without-family") await fillIn(lectern, story);
    await end(lectern, story, outcome, outcome === "not-met" ? "unreachable" : null);
    await tryToReach(lectern, story);
    await write(lectern, mrOkafor, story, "remains", "Goals and results");
    await write(lectern, mrOkafor, story, "continuesOn", "2026-11-20");
    await write(lectern, mrOkafor, story, "nextStep", "A visit on Monday");
    const revision = await readAloud(lectern, story);
    const { number } = await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
    const { text } = await draw(mrOkafor, story, `sealed-${outcome}`);
    expect(text).toContain(number);
  }
});

test("a restricted contact’s copy has neither time, place nor company", async () => {
  const story = await aWholeEvening();
  const { mrOkafor, hector } = story;
  const revision = await readAloud(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(story.recordId, revision));
  await lectern.db
    .updateTable("guardianship")
    .set({ mayAttend: false })
    .where("guardianId", "=", hector.personId)
    .execute();
  const { text } = await draw(hector, story, "sealed-restricted", "en");
  for (const words of ["Room 214", "Rosa Duarte", "5:40", "No family member"])
    expect(text).not.toContain(words);
});
