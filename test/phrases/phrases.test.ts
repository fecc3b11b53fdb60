import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { forgetPhrase, keepPhrase, listPhrases } from "#web/phrases/phrase.api.ts";

const lectern = useLectern();
let story: Story;
beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));

const asked = {
  field: "adviserStrengths",
  language: "en",
  words: "{{name}} asks until it is clear.",
} as const;

test("an adviser keeps a sentence, once however often, and forgets it", async () => {
  await lectern.as(story.mrOkafor, async () => {
    const { id } = await keepPhrase(asked);
    expect(await keepPhrase({ ...asked, words: ` ${asked.words} ` })).toEqual({ id });
    await keepPhrase({ ...asked, language: "es", words: "{{name}} pregunta hasta entender." });
    expect((await listPhrases()).phrases.map(({ language }) => language).sort()).toEqual(["en", "es"]);
    await forgetPhrase(id);
    expect((await listPhrases()).phrases.map(({ language }) => language)).toEqual(["es"]);
  });
});

test("nobody else sees it or can forget it, and families keep none", async () => {
  const { id } = await lectern.as(story.mrOkafor, () => keepPhrase(asked));
  const other = await addStaff(story.school, "Annika Lindqvist", ["teacher"]);
  await lectern.as(other, async () => {
    expect((await listPhrases()).phrases).toEqual([]);
    await expect(forgetPhrase(id)).rejects.toMatchObject({ status: 404 });
  });
  await expect(lectern.as(story.rosa, () => keepPhrase(asked))).rejects.toMatchObject({ status: 403 });
});

test("two hundred are enough", async () => {
  const adviser = await addStaff(story.school, "Priya Raman", ["teacher"]);
  await lectern.as(adviser, async () => {
    for (let count = 0; count < 200; count++) await keepPhrase({ ...asked, words: `Sentence ${count}` });
    await expect(keepPhrase({ ...asked, words: "One more" })).rejects.toMatchObject({
      code: "enough-phrases",
    });
  });
});
