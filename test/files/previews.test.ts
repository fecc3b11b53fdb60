import { afterAll, beforeAll, expect, test } from "vitest";
import sharp from "sharp";
import { makePreviews } from "#server/files/previews/make-previews.ts";
import type { UploadedFile } from "#server/files/file.contract.ts";
import { openLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aPdf, aPhoto, contentsOf, upload } from "#test/support/uploads.ts";

const lectern = await openLectern();
afterAll(() => lectern.close());
const { itzel } = await aStudentWithAdviser(lectern.db);

/** Uploads and makes the pictures, as the job does. */
async function seen(name: string, content: Uint8Array): Promise<UploadedFile> {
  const { body } = await upload(lectern, itzel, name, content);
  await makePreviews(lectern.db, lectern.files, { districtId: itzel.districtId, fileId: body.id });
  return (await upload(lectern, itzel, name, content)).body;
}

const get = async (path: string) =>
  await lectern.app.inject({ url: path, headers: { cookie: await lectern.cookieOf(itzel) } });

let sideways: Buffer;
beforeAll(async () => {
  sideways = await sharp(await aPhoto("#c33", 2000, 1000))
    .withMetadata({ orientation: 6 })
    .withExif({ IFD3: { GPSLatitude: "47/1 36/1 0/1" } })
    .jpeg()
    .toBuffer();
});

test("a photo is shown upright, in two sizes, without the place where it was taken", async () => {
  const file = await seen("sideways.jpg", sideways);
  expect(file).toMatchObject({ preview: "made", width: 1000, height: 2000, pages: null });
  const small = await get(`/api/files/${file.id}/preview/small`);
  const large = await get(`/api/files/${file.id}/preview/large`);
  expect(small.headers["content-type"]).toBe("image/webp");
  const facts = await sharp(small.rawPayload).metadata();
  expect([facts.width, facts.height, facts.exif]).toEqual([240, 480, undefined]);
  expect((await sharp(large.rawPayload).metadata()).height).toBe(1600);
});

test("a small picture is not blown up", async () => {
  const file = await seen("tiny.jpg", await aPhoto("#0c0", 100, 50));
  const large = await get(`/api/files/${file.id}/preview/large`);
  expect((await sharp(large.rawPayload).metadata()).width).toBe(100);
});

test("each page of a PDF has its picture, and they differ", async () => {
  const file = await seen("study.pdf", await aPdf(3));
  expect(file).toMatchObject({ preview: "made", pages: 3, width: 612, height: 792 });
  const pages = await Promise.all(
    ["large", "page-2", "page-3"].map((kind) => get(`/api/files/${file.id}/preview/${kind}`)),
  );
  expect(pages.map((page) => page.statusCode)).toEqual([200, 200, 200]);
  expect(new Set(pages.map((page) => page.rawPayload.toString("base64"))).size).toBe(3);
  const { dominant } = await sharp(pages[0]!.rawPayload).stats();
  expect(dominant.r).toBeGreaterThan(240);
  expect((await get(`/api/files/${file.id}/preview/page-4`)).statusCode).toBe(404);
});

test("pictures made again replace the first ones and leave nothing behind", async () => {
  const file = await seen("again.jpg", await aPhoto("#00c"));
  const before = (await contentsOf(lectern)).length;
  await makePreviews(lectern.db, lectern.files, { districtId: itzel.districtId, fileId: file.id });
  expect(await contentsOf(lectern)).toHaveLength(before);
  expect((await get(`/api/files/${file.id}/preview/small`)).statusCode).toBe(200);
});

const encrypted =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(a)(b)]>>";
const damaged: [string, () => Promise<Buffer>][] = [
  ["cut.jpg", async () => (await aPhoto("#fa0", 1200, 900)).subarray(0, 600)],
  ["cut.pdf", async () => (await aPdf()).subarray(0, 200)],
  ["locked.pdf", async () => Buffer.from(encrypted)],
  ["nonsense.pdf", async () => Buffer.from("%PDF-1.7 and then nothing a reader knows")],
  ["bomb.png", pixelBomb],
];
test.each(damaged)("%s has no picture, and can still be fetched", async (name, content) => {
  const bytes = await content();
  const file = await seen(name, bytes);
  expect(file.preview).toBe("failed");
  const got = await get(`/api/files/${file.id}`);
  expect([got.statusCode, got.rawPayload.length]).toEqual([200, bytes.length]);
});

/** A few hundred bytes that claim to be 50,000 × 50,000 pixels. */
async function pixelBomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  png.writeUInt32BE(50_000, 16);
  png.writeUInt32BE(50_000, 20);
  return png;
}

test("pictures of a file that is gone meanwhile are forgotten", async () => {
  const before = (await contentsOf(lectern)).length;
  await makePreviews(lectern.db, lectern.files, { districtId: itzel.districtId, fileId: itzel.personId });
  expect(await contentsOf(lectern)).toHaveLength(before);
});
