import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { useLectern } from "#test/support/lectern.ts";
import { listTranslations, pdfAddress, readContent, sealRecord, translate } from "#web/records/record.api.ts";
import { fetchPdf, wordsIn } from "./pdf-words.ts";
import { aRecordInTheRoom, readyToFinish, write, type RecordStory } from "./record-story.ts";

const lectern = useLectern();
const concern = "The bus leaves before tutoring ends";

/** Both parents read Spanish; what was said is written in English. */
async function aRecordForSpanishReaders(): Promise<RecordStory> {
  const story = await aRecordInTheRoom(lectern);
  const { school, rosa, hector, mrOkafor } = story;
  await lectern.db
    .updateTable("person")
    .set({ language: "es" })
    .where("districtId", "=", school.districtId)
    .where("id", "in", [rosa.personId, hector.personId])
    .execute();
  await write(lectern, mrOkafor, story, "concerns", concern);
  await write(lectern, mrOkafor, story, "celebrations", "Se levantó a las cinco.", { language: "es" });
  return story;
}

const spanish = async (story: RecordStory) => {
  const { languages } = await lectern.as(story.mrOkafor, () => listTranslations(story.recordId));
  return languages.find(({ language }) => language === "es");
};

test("before a record is sent its adviser reads what is not yet in a family's language, and what is already in it is not listed", async () => {
  const story = await aRecordForSpanishReaders();
  const listed = await spanish(story);
  expect(listed?.readers).toEqual(["Héctor", "Rosa"]);
  expect(listed?.texts).toContainEqual({
    place: "concerns",
    text: concern,
    language: "en",
    words: "",
    by: null,
  });
  expect(listed?.texts.map(({ text }) => text)).not.toContain("Se levantó a las cinco.");
});

test("a translation stands beside the words with its translator's name, on paper and on screen, and the reading aloud stands", async () => {
  const story = await aRecordForSpanishReaders();
  const { mrOkafor, rosa, recordId } = story;
  const revision = await readyToFinish(lectern, story);
  const words = "El autobús sale antes de que termine la tutoría";
  await lectern.as(mrOkafor, async () => {
    await translate(recordId, { source: concern, language: "es", words });
    await sealRecord(recordId, revision);
  });
  const { core } = await lectern.as(rosa, () => readContent(recordId));
  expect(core.translations).toMatchObject([{ source: concern, words, language: "es", by: "Daniel Okafor" }]);
  const paper = await wordsIn(await fetchPdf(lectern, rosa, pdfAddress(recordId, "es"), "translated-es"));
  expect(paper).toContain(concern);
  expect(paper).toContain("[Traducido por Daniel Okafor]");
  expect(paper).toContain(words);
  const english = await wordsIn(await fetchPdf(lectern, rosa, pdfAddress(recordId, "en"), "translated-en"));
  expect(english).not.toContain(words);
});

test("a family whose language the form does not have finds its translations on the English copy", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, rosa, recordId, school } = story;
  await lectern.db
    .updateTable("person")
    .set({ language: "vi" })
    .where("districtId", "=", school.districtId)
    .where("id", "=", rosa.personId)
    .execute();
  await write(lectern, mrOkafor, story, "concerns", concern);
  const words = "Xe buýt chạy trước khi buổi phụ đạo kết thúc";
  await lectern.as(mrOkafor, () => translate(recordId, { source: concern, language: "vi", words }));
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  const paper = await wordsIn(await fetchPdf(lectern, rosa, pdfAddress(recordId, "en"), "translated-vi"));
  expect(paper).toContain(words);
});

test("a home's words are translated in its own copy alone, and words that change have no translation any more", async () => {
  const story = await aRecordForSpanishReaders();
  const { mrOkafor, rosa, hector, recordId } = story;
  await write(lectern, mrOkafor, story, "comments", "Call before noon", { part: rosa.householdId });
  await lectern.as(mrOkafor, () =>
    translate(recordId, { source: "Call before noon", language: "es", words: "Llamar antes del mediodía" }),
  );
  await lectern.as(mrOkafor, () => translate(recordId, { source: concern, language: "es", words: "El bus" }));
  await write(lectern, mrOkafor, story, "concerns", "The bus is late", { base: concern });
  expect((await spanish(story))?.texts).toContainEqual(
    expect.objectContaining({ text: "The bus is late", by: null }),
  );
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  const hers = JSON.stringify(await lectern.as(rosa, () => readContent(recordId)));
  const his = JSON.stringify(await lectern.as(hector, () => readContent(recordId)));
  expect(hers).toContain("Llamar antes del mediodía");
  expect(his).not.toContain("Llamar");
  expect(hers).not.toContain("El bus");
});

test("only words that stand there are translated, only until the record is finished, and never by the student", async () => {
  const story = await aRecordForSpanishReaders();
  const { mrOkafor, itzel, rosa, recordId } = story;
  const said = { source: concern, language: "es", words: "El bus" };
  await lectern.as(mrOkafor, async () => {
    await expect(translate(recordId, { ...said, source: "Nobody said this" })).rejects.toMatchObject({
      status: 404,
    });
    await translate(recordId, said);
    await translate(recordId, { ...said, words: "" });
  });
  expect((await spanish(story))?.texts.every(({ by }) => by === null)).toBe(true);
  for (const other of [itzel, rosa])
    await expect(lectern.as(other, () => translate(recordId, said))).rejects.toMatchObject({ status: 404 });
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  await expect(lectern.as(mrOkafor, () => translate(recordId, said))).rejects.toMatchObject({
    status: 409,
    code: "already-sealed",
  });
});

test("questions, goals and what was agreed are words too", async () => {
  const story = await aRecordForSpanishReaders();
  await write(lectern, story.mrOkafor, story, `questions.${uuidv7()}`, {
    question: "Does the D stop college?",
    agreed: "It must be repeated.",
    owner: "Ms. Lindgren",
  });
  await readyToFinish(lectern, story);
  const places = (await spanish(story))?.texts.map(({ place, text }) => `${place}: ${text}`);
  expect(places).toContain("questions: Does the D stop college?");
  expect(places).toContain("questions: It must be repeated.");
  expect(places).toContain("goals: Raise Geometry to a B");
  expect(places).toContain("promises: Office hours on Tuesdays");
});
