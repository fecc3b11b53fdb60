import { afterAll, beforeAll, expect, test } from "vitest";
import type { UploadedFile } from "#server/files/file.contract.ts";
import { disposition } from "#server/files/send-file.ts";
import { openLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { anOfficeFile } from "#test/support/packages.ts";
import { aFilm, anSvg, aPdf, aPhoto, aSound, upload } from "#test/support/uploads.ts";

const lectern = await openLectern();
afterAll(() => lectern.close());
const { itzel, kofi, rosa } = await aStudentWithAdviser(lectern.db);
let photo: Buffer;
let file: UploadedFile;
beforeAll(async () => {
  photo = await aPhoto("#a1b", 900, 700);
  file = (await upload(lectern, itzel, "Río “café”.jpg", photo)).body;
});

const get = async (headers: Record<string, string> = {}, person: Person = itzel, id = file.id) =>
  await lectern.app.inject({
    url: `/api/files/${id}`,
    headers: { cookie: await lectern.cookieOf(person), ...headers },
  });

test("a file comes back byte for byte, named, and able to do nothing", async () => {
  const { statusCode, headers, rawPayload } = await get();
  expect([statusCode, headers["content-length"]]).toEqual([200, String(photo.length)]);
  expect(rawPayload.equals(photo)).toBe(true);
  expect(headers["content-security-policy"]).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
  );
  expect(headers["content-disposition"]).toContain(
    "filename*=UTF-8''R%C3%ADo%20%E2%80%9Ccaf%C3%A9%E2%80%9D.jpg",
  );
  expect(headers["cache-control"]).toBe("private, no-cache");
});

const ranges: [string, number, number][] = [
  ["bytes=0-0", 0, 1],
  ["bytes=100-199", 100, 200],
  ["bytes=500-", 500, Infinity],
  ["bytes=-50", -50, Infinity],
  ["bytes=0-99999999", 0, Infinity],
];
test.each(ranges)("%s is that part and no other", async (range, from, to) => {
  const { statusCode, headers, rawPayload } = await get({ range });
  const part = photo.subarray(from, to === Infinity ? photo.length : to);
  expect(statusCode).toBe(206);
  expect(rawPayload.equals(part)).toBe(true);
  const start = from < 0 ? photo.length + from : from;
  expect(headers["content-range"]).toBe(`bytes ${start}-${start + part.length - 1}/${photo.length}`);
});

test.each(["bytes=9-3", "bytes=", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6"])(
  "%s is not understood, so the whole file comes",
  async (range) => expect((await get({ range })).statusCode).toBe(200),
);

test("a range behind the end is refused with the true length", async () => {
  for (const range of [`bytes=${photo.length}-`, "bytes=-0"]) {
    const { statusCode, headers } = await get({ range });
    expect([statusCode, headers["content-range"]]).toEqual([416, `bytes */${photo.length}`]);
    expect(headers["content-type"]).toContain("application/problem+json");
  }
});

test("a browser that has the file already is told so, and a range of another content is not mixed in", async () => {
  const etag = String((await get()).headers["etag"]);
  expect((await get({ "if-none-match": etag })).statusCode).toBe(304);
  expect((await get({ range: "bytes=0-9", "if-range": etag })).statusCode).toBe(206);
  expect((await get({ range: "bytes=0-9", "if-range": '"other"' })).statusCode).toBe(200);
});

test("a PDF opens in the browser, where its viewer may start but nothing of ours is near", async () => {
  const { body } = await upload(lectern, itzel, "study.pdf", await aPdf());
  const { headers } = await get({}, itzel, body.id);
  expect(headers["content-type"]).toBe("application/pdf");
  expect(headers["content-disposition"]).toMatch(/^inline/);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
});

const ways: [string, Buffer, string, "inline" | "attachment"][] = [
  ["song.wav", aSound(), "audio/wav", "inline"],
  ["film.mp4", aFilm(), "video/mp4", "inline"],
  ["drawing.svg", anSvg("<script>alert(1)</script>"), "image/svg+xml", "attachment"],
  ["page.html", Buffer.from("<script>alert(1)</script>"), "text/plain; charset=utf-8", "attachment"],
  ["table.csv", Buffer.from("a,b\n"), "text/csv; charset=utf-8", "attachment"],
  [
    "essay.docx",
    anOfficeFile(),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "attachment",
  ],
];
test.each(ways)("%s is sent as what it is, and nothing in it can run", async (name, content, type, way) => {
  const { body } = await upload(lectern, itzel, name, content);
  const { headers } = await get({}, itzel, body.id);
  expect([headers["content-type"], headers["x-content-type-options"]]).toEqual([type, "nosniff"]);
  expect(headers["content-disposition"]).toMatch(new RegExp(`^${way};`));
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none';.*sandbox$/);
});

test("a player may ask for the size first, and then for any part", async () => {
  const sound = aSound(2);
  const { body } = await upload(lectern, itzel, "two.wav", sound);
  const ask = async (method: "HEAD" | "GET", headers: Record<string, string> = {}) =>
    await lectern.app.inject({
      method,
      url: `/api/files/${body.id}`,
      headers: { cookie: await lectern.cookieOf(itzel), ...headers },
    });
  const head = await ask("HEAD");
  expect([head.statusCode, head.headers["content-length"], head.headers["accept-ranges"]]).toEqual([
    200,
    String(sound.length),
    "bytes",
  ]);
  expect(head.rawPayload).toHaveLength(0);
  const etag = String(head.headers["etag"]);
  const part = await ask("GET", { range: "bytes=8000-8099", "if-range": etag });
  expect([part.statusCode, part.rawPayload.equals(sound.subarray(8000, 8100))]).toEqual([206, true]);
});

test("a file nothing refers to is its owner's alone; to others it is not there", async () => {
  for (const person of [kofi, rosa]) expect((await get({}, person)).statusCode).toBe(404);
});

test("names with quotes and signs stay inside their header", () => {
  expect(disposition("inline", 'a"b\\c%d.jpg')).toBe(
    `inline; filename="a_b_c_d.jpg"; filename*=UTF-8''a%22b%5Cc%25d.jpg`,
  );
});
