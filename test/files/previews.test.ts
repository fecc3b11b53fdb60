import { afterAll, beforeAll, expect, test } from "vitest";
import sharp from "sharp";
import { makePreviews } from "#server/files/previews/make-previews.ts";
import type { UploadedFile } from "#server/files/file.contract.ts";
import { openLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aHeic } from "#test/support/packages.ts";
import { aGif, anSvg, aPdf, aPhoto, contentsOf, upload } from "#test/support/uploads.ts";

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

const picture = async ({ id }: UploadedFile, kind = "large") =>
  sharp((await get(`/api/files/${id}/preview/${kind}`)).rawPayload);

test("a phone's HEIC photo is a picture everywhere, without the place where it was taken", async () => {
  const file = await seen("IMG_7.HEIC", aHeic());
  expect(file).toMatchObject({ preview: "made", width: 64, height: 48 });
  const drawn = await picture(file);
  expect((await drawn.metadata()).exif).toBeUndefined();
  const { data } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([data[0]! > 150, data[data.length - 1]! > 150]).toEqual([true, true]);
});

test("a moving picture stands still at its first", async () => {
  const drawn = await (await picture(await seen("moving.gif", await aGif()))).metadata();
  expect([drawn.pages, drawn.width, drawn.height]).toEqual([undefined, 10, 10]);
});

test("an AVIF is a picture", async () => {
  const avif = await sharp(await aPhoto("#36c", 60, 40))
    .avif({ effort: 0 })
    .toBuffer();
  expect(await seen("photo.avif", avif)).toMatchObject({ preview: "made", width: 60, height: 40 });
});

test("a drawing is drawn large and sharp, and fetches nothing", async () => {
  const inside = `<rect width="40" height="20" fill="#c33"/>
    <image href="file:///etc/passwd" width="9" height="9"/><image href="http://127.0.0.1:1/x.png" width="9" height="9"/>
    <script>throw 1</script><foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>`;
  const file = await seen("drawing.svg", anSvg(inside));
  expect(file).toMatchObject({ preview: "made", width: 40, height: 20 });
  const drawn = await picture(file);
  expect((await drawn.metadata()).width).toBe(1600);
  expect((await drawn.stats()).dominant).toMatchObject({ r: 200, g: 56, b: 56 });
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
const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
const manyLaughs = `<!DOCTYPE svg [<!ENTITY l0 "ha">${entities.join("")}]>
  <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&l9;</text></svg>`;
const damaged: [string, () => Promise<Buffer>][] = [
  ["cut.jpg", async () => (await aPhoto("#fa0", 1200, 900)).subarray(0, 600)],
  ["cut.pdf", async () => (await aPdf()).subarray(0, 200)],
  ["locked.pdf", async () => Buffer.from(encrypted)],
  ["nonsense.pdf", async () => Buffer.from("%PDF-1.7 and then nothing a reader knows")],
  ["bomb.png", pixelBomb],
  ["huge.svg", async () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9e6" height="9e6"/>`)],
  ["laughs.svg", async () => Buffer.from(manyLaughs)],
  ["cut.heic", async () => aHeic().subarray(0, 600)],
  ["vast.heic", async () => vastHeic()],
  ["cut.gif", async () => (await aGif()).subarray(0, 20)],
];
test.each(damaged)("%s has no picture, and can still be fetched", async (name, content) => {
  const bytes = await content();
  const file = await seen(name, bytes);
  expect(file.preview).toBe("failed");
  const got = await get(`/api/files/${file.id}`);
  expect([got.statusCode, got.rawPayload.length]).toEqual([200, bytes.length]);
});

/** A photo that claims 40,000 × 40,000 pixels. */
function vastHeic(): Buffer {
  const heic = aHeic();
  const at = heic.indexOf("ispe") + 8;
  heic.writeUInt32BE(40_000, at);
  heic.writeUInt32BE(40_000, at + 4);
  return heic;
}

/** A few hundred bytes that claim to be 60,000 × 60,000 pixels. */
async function pixelBomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  return png;
}

test("pictures of a file that is gone meanwhile are forgotten", async () => {
  const before = (await contentsOf(lectern)).length;
  await makePreviews(lectern.db, lectern.files, { districtId: itzel.districtId, fileId: itzel.personId });
  expect(await contentsOf(lectern)).toHaveLength(before);
});
