import { createHash, randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { sweepFiles } from "#server/files/sweep-files.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { limits } from "#server/files/limits.ts";
import { finishUpload } from "#server/uploads/finish-upload.ts";
import { expireUploads } from "#server/uploads/expire-uploads.ts";
import { conferenceNight, useLectern } from "#test/support/lectern.ts";
import { actorOf } from "#test/support/seal-record.ts";
import { Sending } from "#test/support/sending.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { aFilm, aPdf, contentsOf, upload } from "#test/support/uploads.ts";

const lectern = useLectern();
let story: Story;
let itzel: Sending;
let contentsBefore = 0;

beforeAll(async () => {
  story = await aStudentWithAdviser(lectern.db);
  itzel = new Sending(lectern, story.itzel);
});
beforeEach(async () => void (contentsBefore = (await contentsOf(lectern)).length));

/** A film of about so many bytes, unlike any other. */
const film = (bytes: number) => Buffer.concat([aFilm(), randomBytes(bytes)]);
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest();
const later = (days: number) => new Date(conferenceNight.getTime() + days * 86_400_000);

async function contentOf(fileId: string): Promise<Buffer> {
  const headers = { cookie: await lectern.cookieOf(story.itzel) };
  return (await lectern.app.inject({ url: `/api/files/${fileId}`, headers })).rawPayload;
}

test("a film sent in pieces by a tus client is the same film, and nothing of the pieces stays", async () => {
  const content = film(600_000);
  const at = await itzel.all({ name: "welding.mp4", content });
  const { status, body } = await itzel.finish(at);
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: "welding.mp4", mediaType: "video/mp4", bytes: content.length });
  expect(sha256(await contentOf(body.id))).toEqual(sha256(content));
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore + 1);
  expect(await itzel.list()).toEqual([]);
});

// What broke is on the disk a moment later, and on a busy machine that moment is long.
const patience = { timeout: 20_000 };

test.each([0, 1, 4099, 4100, 65_535, 65_536, 250_000])(
  "a line that breaks after %i bytes costs nothing that arrived",
  async (bytes) => {
    const content = film(300_000);
    const { at } = await itzel.begin({ name: "weld.mp4", bytes: content.length });
    await itzel.breakOff(at, 0, content, bytes);
    await expect.poll(() => itzel.stand(at), patience).toBe(bytes);
    await itzel.all({ name: "weld.mp4", content }, { at });
    const { body } = await itzel.finish(at);
    expect(sha256(await contentOf(body.id))).toEqual(sha256(content));
  },
);

test("a line that breaks again and again still brings the whole", async () => {
  const content = film(200_000);
  const { at } = await itzel.begin({ name: "drums.mp4", bytes: content.length });
  for (let stand = 0; stand < content.length; stand = (await itzel.stand(at)) ?? content.length) {
    const rest = content.subarray(stand);
    await itzel.breakOff(at, stand, rest, Math.min(rest.length, 17_001));
    await expect.poll(() => itzel.stand(at), patience).toBeGreaterThan(stand);
  }
  const { body } = await itzel.finish(at);
  expect(sha256(await contentOf(body.id))).toEqual(sha256(content));
});

test("what is unfinished is listed with how much is there, until it is removed", async () => {
  const content = film(100_000);
  const { at } = await itzel.begin({ name: "concert.mp4", bytes: content.length });
  await itzel.piece(at, 0, content.subarray(0, 40_000));
  expect(await itzel.list()).toMatchObject([
    { name: "concert.mp4", bytes: content.length, received: 40_000, expiresAt: later(7).toISOString() },
  ]);
  expect((await itzel.remove(at)).status).toBe(204);
  expect(await itzel.list()).toEqual([]);
  expect(await itzel.stand(at)).toBeUndefined();
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore);
});

test("an upload goes on only where it stands, and two senders at one place are one piece", async () => {
  const content = film(50_000);
  const { at } = await itzel.begin({ name: "a.mp4", bytes: content.length });
  const early = await itzel.piece(at, 10, content.subarray(10));
  expect([early.status, early.body.code]).toEqual([409, "upload-elsewhere"]);
  const both = await Promise.all([1, 2].map(() => itzel.piece(at, 0, content.subarray(0, 20_000))));
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(await itzel.stand(at)).toBe(20_000);
  await itzel.remove(at);
});

test("a file asked for twice, or by two at once, is one file", async () => {
  const content = film(30_000);
  const at = await itzel.all({ name: "twice.mp4", content });
  const answers = await Promise.all([1, 2, 3].map(() => itzel.finish(at)));
  const again = await itzel.finish(at);
  expect(new Set([...answers, again].map(({ body }) => body.id)).size).toBe(1);
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore + 1);
});

test("what was sent before in one go is recognised", async () => {
  const content = await aPdf(1, "Essay");
  const before = await upload(lectern, story.itzel, "essay.pdf", content);
  const { body } = await itzel.finish(await itzel.all({ name: "essay copy.pdf", content }));
  expect(body).toMatchObject({ id: before.body.id, already: true });
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore + 1);
});

test("an upload that is not whole is no file yet", async () => {
  const { at } = await itzel.begin({ name: "half.mp4", bytes: 5000 });
  const { status, body } = await itzel.finish(at);
  expect([status, body.code]).toEqual([409, "upload-unfinished"]);
  await itzel.remove(at);
});

const refused: [string, Buffer, string][] = [
  ["game.exe", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(6000)]), "file-program"],
  ["photo.jpg", Buffer.concat([Buffer.from("%PDF-1.7 "), Buffer.alloc(6000, 65)]), "file-ending"],
];
test.each(refused)(
  "%s is refused with its first piece, and the upload is over",
  async (name, content, code) => {
    const { at } = await itzel.begin({ name, bytes: content.length * 1000 });
    const { status, body } = await itzel.piece(at, 0, content);
    expect([status, body.code]).toEqual([415, code]);
    expect(await itzel.stand(at)).toBeUndefined();
    expect(await contentsOf(lectern)).toHaveLength(contentsBefore);
  },
);

test("what only the whole tells is refused at the end, and nothing stays", async () => {
  const content = Buffer.concat([Buffer.from("504b0304", "hex"), randomBytes(9000)]);
  const at = await itzel.all({ name: "essay.docx", content });
  const { status } = await itzel.finish(at);
  expect(status).toBe(415);
  expect(await itzel.stand(at)).toBeUndefined();
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore);
});

test("a photo that says it will be 60 MB is refused before it is sent", async () => {
  const { at } = await itzel.begin({ name: "huge.jpg", bytes: 60 * 1024 * 1024 });
  const { status, body } = await itzel.piece(
    at,
    0,
    Buffer.concat([Buffer.from("ffd8ffe0", "hex"), Buffer.alloc(5000)]),
  );
  expect([status, body.code]).toEqual([413, "file-too-large"]);
});

test("nothing, or more than any file may have, does not even begin", async () => {
  const [empty, endless] = [
    await itzel.begin({ name: "a.mp4", bytes: 0 }),
    await itzel.begin({ name: "a.mp4", bytes: 3 * 1024 ** 3 }),
  ];
  expect([empty.body.code, endless.body.code]).toEqual(["file-empty", "file-too-large"]);
});

test("more than was announced is refused", async () => {
  const { at } = await itzel.begin({ name: "a.mp4", bytes: 5000 });
  const { status, body } = await itzel.piece(at, 0, film(9000));
  expect([status, body.code]).toEqual([413, "upload-longer"]);
  expect(await contentsOf(lectern)).toHaveLength(contentsBefore);
});

test("room is held for the whole from the beginning, and given back when an upload is removed", async () => {
  const kofi = new Sending(lectern, story.kofi);
  const most = 300 * 1024 * 1024;
  const begun = await Promise.all(
    Array.from({ length: 9 }, (_, at) => kofi.begin({ name: `${at}.mp4`, bytes: most })),
  );
  expect(begun.filter(({ status }) => status === 201)).toHaveLength(6);
  expect(begun.filter(({ body }) => body?.code === "no-room")).toHaveLength(3);
  await kofi.remove(begun.find(({ status }) => status === 201)!.at);
  expect((await kofi.begin({ name: "once more.mp4", bytes: most })).status).toBe(201);
  for (const { id } of await kofi.list()) await kofi.remove(`/api/uploads/${id}`);
});

test("nobody keeps more than fifty uploads open", async () => {
  const kofi = new Sending(lectern, story.kofi);
  for (let count = 0; count < 50; count++) await kofi.begin({ name: `${count}.txt`, bytes: 10 });
  const { status, body } = await kofi.begin({ name: "more.txt", bytes: 10 });
  expect([status, body.code]).toEqual([409, "uploads-unfinished"]);
  for (const { id } of await kofi.list()) await kofi.remove(`/api/uploads/${id}`);
});

test("pieces are kept by the sweeper for a week of silence, and then let go", async () => {
  const content = film(20_000);
  const { at } = await itzel.begin({ name: "slow.mp4", bytes: content.length });
  await itzel.piece(at, 0, content.subarray(0, 9000));
  await expireUploads(lectern.db, lectern.files, later(6));
  await sweepFiles(lectern.db, lectern.files, new Date(Date.now() + 6 * 86_400_000));
  expect(await itzel.stand(at)).toBe(9000);
  const kept = (await contentsOf(lectern)).length;
  await expireUploads(lectern.db, lectern.files, later(7.1));
  expect(await itzel.stand(at)).toBeUndefined();
  expect(await contentsOf(lectern)).toHaveLength(kept - 1);
});

test("somebody who is putting the pieces together when another has just done it is given the same file", async () => {
  const content = film(40_000);
  const at = await itzel.all({ name: "pieces.mp4", content }, { chunkSize: 9_000 });
  let other: Promise<{ body: { id: string } }> | undefined;
  const slow = Object.create(lectern.files) as Storage;
  slow.read = async (key, range) => {
    await (other ??= itzel.finish(at));
    return await lectern.files.read(key, range);
  };
  const place = { db: lectern.db, storage: slow, personBytes: limits.personBytes, isScanned: false };
  const file = await finishUpload(place, await actorOf(lectern.db, story.itzel), at.split("/").at(-1)!);
  expect(file.id).toBe((await other)?.body.id);
});
