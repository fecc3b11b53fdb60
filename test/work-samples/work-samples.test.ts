import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStudent } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import {
  addVersion,
  addWorkSample,
  archiveWorkSample,
  editWorkSample,
  listWorkSamples,
  readWorkSample,
} from "#web/work-samples/work-sample.api.ts";
import { aPiece, aStoredFile, written } from "./pieces.ts";

const lectern = useLectern();
let story: Story;
beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));

const asItzel = <T>(act: () => Promise<T>) => lectern.as(story.itzel, act);
const shelf = async () => (await listWorkSamples(story.itzel.personId)).workSamples;
const added = async (facts: Parameters<typeof aPiece>[0] = {}) =>
  (await asItzel(() => addWorkSample(aPiece(facts)))).id;

test("a shelf shows the newest piece first, each with its newest version", async () => {
  const mateus = await addStudent(story.school, "Mateus Oliveira");
  await lectern.as(mateus, async () => {
    const { id } = await addWorkSample(aPiece({ title: "Runs, twelve of them" }));
    await addWorkSample(aPiece({ title: "Doze minutos com a minha avó", language: "pt" }));
    await addVersion(id, written("The last three were faster.", "final"));
    const [newest, oldest] = (await listWorkSamples(mateus.personId)).workSamples;
    expect([newest?.title, oldest?.title]).toEqual(["Doze minutos com a minha avó", "Runs, twelve of them"]);
    const current = { number: 2, stage: "final", body: "The last three were faster." };
    expect(oldest).toMatchObject({ versions: 2, current });
  });
});

test("long text stands cut short on the shelf and whole on its own page", async () => {
  const essay = "Nobody could write the letters himself. ".repeat(500);
  const id = await added({ version: written(essay) });
  expect((await asItzel(shelf)).find((one) => one.id === id)?.current.body).toHaveLength(600);
  expect((await asItzel(() => readWorkSample(id))).versions[0]?.body).toBe(essay);
});

test("versions keep their order from draft to final, and earlier ones stay as they were", async () => {
  const id = await added({ version: written("I measured at lunch.") });
  const fileId = await aStoredFile(story.school, story.itzel);
  await asItzel(() => addVersion(id, written("I measured twice a day.")));
  const poster = { kind: "file", stage: "final", fileId, altText: "Poster with a map of the creek" } as const;
  await asItzel(() => addVersion(id, poster));
  const { versions } = await asItzel(() => readWorkSample(id));
  expect(versions.map(({ number, stage, kind }) => `${number} ${stage} ${kind}`)).toEqual([
    "1 draft text",
    "2 draft text",
    "3 final file",
  ]);
  expect(versions[0]?.body).toBe("I measured at lunch.");
  expect(versions[2]?.file).toMatchObject({ id: fileId, name: "creek.jpg", preview: "made", width: 720 });
});

test("devices adding versions at the same instant get a number each", async () => {
  const id = await added();
  await asItzel(() => Promise.all(["a", "b", "c", "d"].map((body) => addVersion(id, written(body)))));
  const { versions } = await asItzel(() => readWorkSample(id));
  expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test("a file must be the student's own, whole and let through by the scanner", async () => {
  const { school, itzel, kofi } = story;
  const refused = await aStoredFile(school, itzel, { scan: "refused" });
  for (const fileId of [await aStoredFile(school, kofi), refused, uuidv7()]) {
    const piece = aPiece({ version: { kind: "file", stage: "draft", fileId, altText: "" } });
    await expect(asItzel(() => addWorkSample(piece))).rejects.toMatchObject({ status: 404 });
  }
});

test("nothing of a piece is kept when its version is refused", async () => {
  const before = (await asItzel(shelf)).length;
  const piece = aPiece({ version: { kind: "link", stage: "draft", url: "javascript:alert(1)" } });
  await expect(asItzel(() => addWorkSample(piece))).rejects.toMatchObject({ status: 400, field: "url" });
  expect(await asItzel(shelf)).toHaveLength(before);
});

test("different fields merge; the same field changed elsewhere says what stands there now", async () => {
  const id = await added();
  const base = aPiece().title;
  await asItzel(() => editWorkSample(id, { field: "title", base, value: "A creek at night" }));
  await asItzel(() => editWorkSample(id, { field: "madeOn", base: "2026-10-22", value: null }));
  const late = asItzel(() => editWorkSample(id, { field: "title", base, value: "The creek" }));
  const told = { status: 409, code: "stale", field: "title", current: "A creek at night" };
  await expect(late).rejects.toMatchObject(told);
  expect(await asItzel(() => readWorkSample(id))).toMatchObject({ title: "A creek at night", madeOn: null });
});

test("saving the same words twice is no conflict", async () => {
  const id = await added();
  const again = { field: "asked", base: aPiece().asked, value: "Measure it more than once." } as const;
  await asItzel(() => editWorkSample(id, again));
  await asItzel(() => editWorkSample(id, again));
  expect((await asItzel(() => readWorkSample(id))).asked).toBe("Measure it more than once.");
});

test("a picture's description and stage are edited on their own version", async () => {
  const fileId = await aStoredFile(story.school, story.itzel);
  const id = await added({ version: { kind: "file", stage: "draft", fileId, altText: "" } });
  const versionId = (await asItzel(() => readWorkSample(id))).versions[0]!.id;
  const describe = { field: "altText", versionId, base: "", value: "Two cranes against a red sun" } as const;
  await asItzel(() => editWorkSample(id, describe));
  await asItzel(() => editWorkSample(id, { field: "stage", versionId, base: "draft", value: "final" }));
  const [version] = (await asItzel(() => readWorkSample(id))).versions;
  expect(version).toMatchObject({ altText: "Two cranes against a red sun", stage: "final" });
  const other = await added();
  await expect(asItzel(() => editWorkSample(other, describe))).rejects.toMatchObject({ status: 404 });
});

test("a piece put away leaves the shelf and can be put back", async () => {
  const id = await added();
  const isOnShelf = async () => (await asItzel(shelf)).some((one) => one.id === id);
  await asItzel(() => archiveWorkSample(id));
  expect(await isOnShelf()).toBe(false);
  await asItzel(() => editWorkSample(id, { field: "archived", base: true, value: false }));
  expect(await isOnShelf()).toBe(true);
});

test("a title in Arabic and one of forty words are kept as written", async () => {
  const long = Array.from({ length: 40 }, () => "why").join(" ");
  for (const title of ["الجدول الذي يتوقف عن التنفس ليلاً", long]) {
    const id = await added({ title, language: "ar" });
    expect((await asItzel(() => readWorkSample(id))).title).toBe(title);
  }
});
