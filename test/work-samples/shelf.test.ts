import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { threeHundredPieces } from "./pieces.ts";
import { listWorkSamples, type ShelfQuery } from "#web/work-samples/work-sample.api.ts";

const lectern = useLectern();
let itzel: Person;
let mrOkafor: Person;

beforeAll(async () => {
  ({ itzel, mrOkafor } = await aStudentWithAdviser(lectern.db));
  await threeHundredPieces(lectern.db, itzel);
});

const shelf = (query: ShelfQuery = {}) => lectern.as(itzel, () => listWorkSamples(itzel.personId, query));

test("a shelf of three hundred comes a page at a time, each piece once, newest first", async () => {
  const titles: string[] = [];
  let after: string | null = null;
  do {
    const page = await shelf(after === null ? {} : { after });
    expect(page).toMatchObject({ total: 300, found: 300 });
    titles.push(...page.workSamples.map(({ title }) => title));
    after = page.next;
  } while (after !== null);
  expect(titles).toHaveLength(300);
  expect(new Set(titles).size).toBe(300);
  expect(titles[0]).toBe("Piece 300");
  expect(titles.at(-1)).toBe("Página 1 of my atlas");
});

test("a piece is found by subject and by words, whatever their accents, and % is only a letter", async () => {
  const math = await shelf({ subject: "math" });
  expect(math).toMatchObject({ found: 100, total: 300, subjects: ["english", "math", "science"] });
  expect(math.workSamples.every(({ subject }) => subject === "math")).toBe(true);

  const found = async (words: string) => (await shelf({ words })).workSamples.map(({ title }) => title);
  expect(await found("pagina ATLAS")).toEqual(["Página 1 of my atlas"]);
  expect(await found("páginá")).toEqual(["Página 1 of my atlas"]);
  expect(await found("body 277.")).toEqual(["Piece 277"]);
  expect(await found("%")).toEqual([]);
  expect(await shelf({ words: "nowhere" })).toMatchObject({
    workSamples: [],
    found: 0,
    total: 300,
    next: null,
  });
});

test("her adviser’s page of the shelf counts only what she shared", async () => {
  await lectern.db
    .updateTable("workSample")
    .set({ sharedWithAdviser: true })
    .where("title", "in", ["Piece 5", "Piece 6"])
    .execute();
  const seen = await lectern.as(mrOkafor, () => listWorkSamples(itzel.personId));
  expect(seen).toMatchObject({ total: 2, found: 2, next: null });
});
