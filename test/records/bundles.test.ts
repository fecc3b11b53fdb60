import { PDFDocument } from "pdf-lib";
import { beforeAll, beforeEach, expect, test } from "vitest";

import { expireBundles } from "#server/records/bundles/expire-bundles.ts";
import { makeBundle } from "#server/records/bundles/make-bundle.ts";
import { sweepFiles } from "#server/files/sweep-files.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { unzip } from "#test/support/unzip.ts";
import { contentsOf } from "#test/support/uploads.ts";
import { pdfAddress, sealRecord, withdrawRecord } from "#web/records/record.api.ts";
import { askForBundle, bundleAddress, readSeasonRecords, type BundleAsked } from "#web/seasons/bundle.api.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aRecordInTheRoom, readyToFinish, type RecordStory } from "./record-story.ts";

const lectern = useLectern();
let story: RecordStory;
let msEze: Person;

beforeAll(async () => {
  story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
});
beforeEach(async () => void (await lectern.db.deleteFrom("recordBundle").execute()));

const place = () => ({ db: lectern.db, files: lectern.files, now: () => lectern.now });
const ask = (asked: Partial<BundleAsked> = {}, who = msEze) =>
  lectern.as(who, () =>
    askForBundle(story.school.seasonId, { form: "zip", copies: "school", advisoryId: null, ...asked }),
  );
const make = (bundleId: string) => makeBundle(place(), { districtId: story.school.districtId, bundleId });
const look = () => lectern.as(msEze, () => readSeasonRecords(story.school.seasonId));

async function fetched(url: string, who = msEze, range?: string) {
  const headers = { cookie: await lectern.cookieOf(who), ...(range ? { range } : {}) };
  return await lectern.app.inject({ url, headers });
}
async function madeOf(asked: Partial<BundleAsked>): Promise<Buffer> {
  const { id } = await ask(asked);
  await make(id);
  return (await fetched(bundleAddress(id))).rawPayload;
}

test("the school's copies come as a ZIP, each in its advisory's folder and as it is read on screen", async () => {
  const files = await unzip(await madeOf({}));
  expect([...files.keys()]).toEqual([
    expect.stringMatching(/^.+\/Itzel Navarro Duarte, conference record 2026-F-0001\.pdf$/),
  ]);
  const [content] = [...files.values()];
  expect(content).toEqual((await fetched(pdfAddress(story.recordId))).rawPayload);
});

test("each home has a copy of its own, in its language and without the other home's part", async () => {
  const files = await unzip(await madeOf({ copies: "families" }));
  const copies = [...files.values()];
  const expected = [
    (await fetched(pdfAddress(story.recordId), story.rosa)).rawPayload,
    (await fetched(pdfAddress(story.recordId), story.hector)).rawPayload,
  ];
  expect(copies).toHaveLength(2);
  for (const copy of expected) expect(copies.some((each) => each.equals(copy))).toBe(true);
});

test("an adviser has the records of her own advisory in one file, and nobody else's", async () => {
  const { mrOkafor, school } = story;
  const { advisoryId } = await lectern.db
    .selectFrom("advisoryAdviser")
    .select("advisoryId")
    .where("districtId", "=", school.districtId)
    .where("personId", "=", mrOkafor.personId)
    .executeTakeFirstOrThrow();
  const seen = await lectern.as(mrOkafor, () => readSeasonRecords(school.seasonId));
  expect(seen).toMatchObject({ mayGatherAll: false, advisories: [{ id: advisoryId, finished: 1 }] });
  await expect(ask({}, mrOkafor)).rejects.toMatchObject({ status: 404 });
  const { id } = await ask({ advisoryId }, mrOkafor);
  await make(id);
  const files = await unzip((await fetched(bundleAddress(id), mrOkafor)).rawPayload);
  expect([...files.values()]).toEqual([(await fetched(pdfAddress(story.recordId), mrOkafor)).rawPayload]);
  const other = await aStudentWithAdviser(lectern.db);
  expect((await fetched(bundleAddress(id), other.mrOkafor)).statusCode).toBe(404);
  await expect(ask({ advisoryId }, other.mrOkafor)).rejects.toMatchObject({ status: 404 });
  // Once she leads it no more, the file is closed to her as well.
  await lectern.db
    .updateTable("advisoryAdviser")
    .set({ untilOn: "2026-11-01" })
    .where("advisoryId", "=", advisoryId)
    .execute();
  expect((await fetched(bundleAddress(id), mrOkafor)).statusCode).toBe(404);
  await lectern.db
    .updateTable("advisoryAdviser")
    .set({ untilOn: null })
    .where("advisoryId", "=", advisoryId)
    .execute();
});

test("a print file has every copy begin on a front page", async () => {
  const one = await PDFDocument.load((await fetched(pdfAddress(story.recordId))).rawPayload);
  const whole = await PDFDocument.load(await madeOf({ copies: "families", form: "print" }));
  const sheets = Math.ceil(one.getPageCount() / 2);
  expect(whole.getPageCount() % 2).toBe(0);
  expect(whole.getPageCount()).toBeGreaterThanOrEqual(2 * 2 * Math.max(1, sheets - 1));
});

test("it says how far it is, is kept from the sweeper, and can be fetched in parts", async () => {
  const { id } = await ask();
  expect((await look()).bundles).toMatchObject([{ id, state: "waiting", total: null }]);
  await make(id);
  const { finished, bundles } = await look();
  expect([finished, bundles]).toMatchObject([1, [{ state: "made", done: 1, total: 1 }]]);
  await sweepFiles(lectern.db, lectern.files, new Date(Date.now() + 3 * 86_400_000));
  const whole = (await fetched(bundleAddress(id))).rawPayload;
  const part = await fetched(bundleAddress(id), msEze, "bytes=100-");
  expect([part.statusCode, part.rawPayload]).toEqual([206, whole.subarray(100)]);
});

test("whoever takes records out has read them, and the family sees it", async () => {
  await lectern.db.deleteFrom("accessRead").execute();
  await madeOf({});
  const reads = await lectern.db.selectFrom("accessRead").selectAll().execute();
  expect(reads).toMatchObject([
    { readerId: msEze.personId, studentId: story.itzel.personId, kind: "record.read", why: "administrator" },
  ]);
});

test("a district's administrator without a reason takes out nothing, neither as school nor as family", async () => {
  const district = await addStaff(story.school, "Yusuf Demir", ["district-administrator"]);
  for (const copies of ["school", "families"] as const) {
    const { id } = await ask({ copies }, district);
    await make(id);
    expect((await unzip((await fetched(bundleAddress(id), district)).rawPayload)).size).toBe(0);
    expect((await fetched(bundleAddress(id))).statusCode).toBe(404);
  }
});

test("the same is not made twice at once, and a job that ran before leaves one file", async () => {
  const before = (await contentsOf(lectern)).length;
  const { id } = await ask();
  await expect(ask()).rejects.toMatchObject({ status: 409, code: "bundle-on-its-way" });
  await Promise.all([make(id), make(id)]);
  await make(id);
  expect(await contentsOf(lectern)).toHaveLength(before + 1);
});

test("somebody who left the school meanwhile gets none", async () => {
  const leaving = await addStaff(story.school, "Jonas Weber", ["school-administrator"]);
  const { id } = await ask({}, leaving);
  await lectern.db
    .updateTable("staffRole")
    .set({ untilOn: "2026-11-01" })
    .where("personId", "=", leaving.personId)
    .execute();
  await make(id);
  expect((await fetched(bundleAddress(id), leaving)).statusCode).toBe(404);
});

test("after a week it is gone, and its content with it", async () => {
  const before = (await contentsOf(lectern)).length;
  const { id } = await ask();
  await make(id);
  await expireBundles(lectern.db, lectern.files, new Date(lectern.now.getTime() + 7.1 * 86_400_000));
  expect(await contentsOf(lectern)).toHaveLength(before);
  expect((await fetched(bundleAddress(id))).statusCode).toBe(404);
});

test("a record that was taken back is in no file made after", async () => {
  await lectern.as(msEze, () => withdrawRecord(story.recordId, "It was the wrong student’s."));
  const files = await unzip(await madeOf({}));
  expect(files.size).toBe(0);
});
