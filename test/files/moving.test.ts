import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildApp } from "#server/app.ts";
import { moveContents } from "#server/files/care/move-contents.ts";
import { makePreviews } from "#server/files/previews/make-previews.ts";
import { openStorage } from "#server/files/storage/open-storage.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { openLectern, surroundings } from "#test/support/lectern.ts";
import { openBucket, type Bucket } from "#test/support/s3.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aPdf, aPhoto, aSound, upload } from "#test/support/uploads.ts";

const lectern = await openLectern();
const { db, files } = lectern;
const { itzel, kofi } = await aStudentWithAdviser(db);
let bucket: Bucket;
let there: Storage;
const sound = aSound(2);

beforeAll(async () => {
  bucket = await openBucket();
  there = await openStorage(bucket.url, lectern.filesFolder);
  for (const colour of ["#210", "#320", "#430"])
    await upload(lectern, itzel, "creek.jpg", await aPhoto(colour));
  await upload(lectern, kofi, "essay.pdf", await aPdf(2));
  await upload(lectern, kofi, "interview.wav", sound);
  for (const { districtId, id: fileId } of await listed())
    await makePreviews(db, files, { districtId, fileId });
});
afterAll(async () => {
  await lectern.close();
  await bucket.close();
});

const listed = () =>
  db
    .selectFrom("storedFile")
    .select(["districtId", "id", "name", "storageKey"])
    .orderBy("createdAt")
    .execute();
const numberOfContents = async () =>
  (await listed()).length + (await db.selectFrom("filePreview").select("kind").execute()).length;

test("moving is stopped in the middle, goes on where it was, and ends with everything in the bucket", async () => {
  const contents = await numberOfContents();
  expect(contents).toBeGreaterThan(12);
  const stopped = moveContents(db, { from: files, to: there }, ({ moved }) => {
    if (moved >= 4) throw new Error("the laptop closed");
  });
  await expect(stopped).rejects.toThrow("the laptop closed");
  const rest = await moveContents(db, { from: files, to: there });
  expect(rest.already).toBeGreaterThanOrEqual(4);
  expect([rest.moved + rest.already, rest.lost, rest.damaged]).toEqual([contents, [], []]);
  expect(await moveContents(db, { from: files, to: there })).toMatchObject({ moved: 0, already: contents });
});

test("a school goes on from its bucket: what was moved is shown, and new work comes in", async () => {
  const app = await buildApp({ ...surroundings(db, () => lectern.now), files: there });
  const cookie = await lectern.cookieOf(kofi);
  const interview = (await listed()).find(({ name }) => name === "interview.wav")!;
  const part = await app.inject({
    url: `/api/files/${interview.id}`,
    headers: { cookie, range: "bytes=100-199" },
  });
  expect([part.statusCode, part.rawPayload.equals(sound.subarray(100, 200))]).toEqual([206, true]);
  const essay = (await listed()).find(({ name }) => name === "essay.pdf")!;
  const picture = await app.inject({ url: `/api/files/${essay.id}/preview/page-2`, headers: { cookie } });
  expect([picture.statusCode, picture.headers["content-type"]]).toEqual([200, "image/webp"]);
  const brought = await upload({ ...lectern, app }, kofi, "new.pdf", await aPdf(3, "Second draft"));
  expect(brought.status).toBe(201);
  await makePreviews(db, there, { districtId: kofi.districtId, fileId: brought.body.id });
  const made = await app.inject({ url: `/api/files/${brought.body.id}/preview/page-3`, headers: { cookie } });
  expect(made.statusCode).toBe(200);
  await app.close();
});

test("what is lost or was changed is named and not carried along", async () => {
  const [lost, changed] = [await aPhotoOf("#540"), await aPhotoOf("#650")];
  await rm(join(lectern.filesFolder, lost));
  await writeFile(join(lectern.filesFolder, changed), "not a photo any more");
  const result = await moveContents(db, { from: files, to: there });
  expect([result.lost.includes(lost), result.damaged]).toEqual([true, [changed]]);
  expect(await there.measure(changed)).toBeNull();
});

test("who opens a lost file is told so, not that she should try again", async () => {
  const { id, storageKey } = await aPhotoRow("#760");
  await rm(join(lectern.filesFolder, storageKey));
  const { statusCode, json } = await lectern.app.inject({
    url: `/api/files/${id}`,
    headers: { cookie: await lectern.cookieOf(itzel) },
  });
  expect([statusCode, (json() as { code: string }).code]).toEqual([410, "file-lost"]);
});

async function aPhotoRow(colour: string) {
  const { id } = (await upload(lectern, itzel, "creek.jpg", await aPhoto(colour))).body;
  return await db.selectFrom("storedFile").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}
const aPhotoOf = async (colour: string) => (await aPhotoRow(colour)).storageKey;
