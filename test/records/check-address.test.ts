import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAddress } from "#server/records/sealing/check-address.ts";
import { openLectern, type Lectern } from "#test/support/lectern.ts";
import { sealRecord } from "#web/records/record.api.ts";
import { fetchPdf, wordsIn } from "./pdf-words.ts";
import { aRecordInTheRoom, readyToFinish } from "./record-story.ts";

let lectern: Lectern;
beforeAll(async () => {
  lectern = await openLectern({ baseUrl: "https://lectern.calderbay.example" });
});
afterAll(async () => await lectern.close());

test("a finished record says on paper where a copy of it can be checked, in every language", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  for (const language of ["en", "es", "ar"]) {
    const url = `/api/records/${story.recordId}/pdf?language=${language}`;
    const words = await wordsIn(await fetchPdf(lectern, story.mrOkafor, url, `check-at-${language}`));
    expect(words).toContain("lectern.calderbay.example/check");
  }
});

test("an installation that families cannot reach names no address", () => {
  expect(checkAddress("http://localhost:4000")).toBeUndefined();
  expect(checkAddress("https://schools.example.org/lectern/")).toBe("schools.example.org/lectern/check");
});
