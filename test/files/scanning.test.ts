import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startBackground } from "#server/background.ts";
import { scannerAt } from "#server/files/scanning/clamd.ts";
import { scanFile, scanWaiting } from "#server/files/scanning/scan-file.ts";
import { ScannerSilent } from "#server/files/scanning/scanner.ts";
import { makePreviews } from "#server/files/previews/make-previews.ts";
import { aVirus, openClamd, type Clamd } from "#test/support/clamd.ts";
import { openLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { addStaff } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aPhoto, contentsOf, upload } from "#test/support/uploads.ts";
import { aPiece } from "#test/work-samples/pieces.ts";
import { readFileCare } from "#web/files/file-care.api.ts";
import { addWorkSample, readWorkSample } from "#web/work-samples/work-sample.api.ts";

let clamd: Clamd = await openClamd();
const port = Number(new URL(clamd.url).port);
const scanner = scannerAt(clamd.url);
const lectern = await openLectern({ scanner });
const { db, files } = lectern;
const { school, itzel, mrOkafor } = await aStudentWithAdviser(db);
const ngozi = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
const place = { db, files, scanner };

let colours = 0;
beforeAll(() => void (lectern.now = new Date()));
beforeEach(async () => {
  clamd.most = 25 * 1024 * 1024;
  await scanWaiting(place);
});
afterAll(async () => {
  await lectern.close();
  await clamd.close();
});

const sent = async (name: string, content: Uint8Array) => (await upload(lectern, itzel, name, content)).body;
const aNewPhoto = async () => await sent("creek.jpg", await aPhoto(`hsl(${++colours * 7}, 50%, 50%)`));
const scan = (fileId: string) => scanFile(place, { districtId: itzel.districtId, fileId });
const open = async (person: Person, path: string) =>
  (await lectern.app.inject({ url: path, headers: { cookie: await lectern.cookieOf(person) } })).statusCode;
const troubleOf = async (workSampleId: string) =>
  (await lectern.as(itzel, () => readWorkSample(workSampleId))).versions[0]?.file?.trouble;
const aSharedPiece = async (fileId: string) =>
  (
    await lectern.as(itzel, () =>
      addWorkSample(
        aPiece({
          sharedWithAdviser: true,
          version: { kind: "file", stage: "draft", fileId, altText: "The creek" },
        }),
      ),
    )
  ).id;

test("until the scanner has looked, a file is its owner's alone; then whoever may see the piece opens it", async () => {
  const { id } = await aNewPhoto();
  const piece = await aSharedPiece(id);
  await makePreviews(db, files, { districtId: itzel.districtId, fileId: id });
  const doors = [`/api/files/${id}`, `/api/files/${id}/preview/small`];
  for (const path of doors) expect([await open(itzel, path), await open(mrOkafor, path)]).toEqual([200, 404]);
  expect(await troubleOf(piece)).toBe("held");
  await scan(id);
  for (const path of doors) expect([await open(itzel, path), await open(mrOkafor, path)]).toEqual([200, 200]);
  expect(await troubleOf(piece)).toBeNull();
});

test("what the scanner finds harmful is destroyed with its pictures; the piece says so, and the administrator reads what it was", async () => {
  const { id } = await sent("homework.txt", aVirus());
  const piece = await aSharedPiece(id);
  const before = (await contentsOf(lectern)).length;
  await scan(id);
  expect((await contentsOf(lectern)).length).toBe(before - 1);
  expect([await open(itzel, `/api/files/${id}`), await open(mrOkafor, `/api/files/${id}`)]).toEqual([
    410, 404,
  ]);
  expect(await troubleOf(piece)).toBe("refused");
  const { inNeed } = await lectern.as(ngozi, readFileCare);
  expect(inNeed.find((file) => file.id === id)).toMatchObject({
    ...{ name: "homework.txt", trouble: "refused", note: "Eicar-Test-Signature" },
    ...{ student: { name: "Itzel Navarro Duarte" }, pieces: ["The creek that stops breathing at night"] },
  });
});

test("while the scanner is down files are held, not lost, and looked at when it is back", async () => {
  await clamd.close();
  const held = [await aNewPhoto(), await aNewPhoto()];
  for (const { id } of held) await scan(id);
  await scanWaiting(place);
  const care = await lectern.as(ngozi, readFileCare);
  expect([care.waiting, care.isScanned]).toEqual([2, true]);
  expect(care.inNeed.find((file) => file.id === held[0]!.id)?.note).toContain("no answer");
  clamd = await openClamd(port);
  await scanWaiting(place);
  expect(clamd.scans).toBe(2);
  const later = await lectern.as(ngozi, readFileCare);
  expect([later.waiting, later.inNeed.filter(({ trouble }) => trouble === "held")]).toEqual([0, []]);
});

test("a file larger than the scanner takes is held and named, and keeps no other waiting", async () => {
  const [large, small] = [await aNewPhoto(), await aNewPhoto()];
  clamd.most = Math.max(large.bytes, small.bytes) - 1;
  await scanWaiting(place);
  const { inNeed } = await lectern.as(ngozi, readFileCare);
  expect(inNeed.filter(({ trouble }) => trouble === "held").map(({ note }) => note)).toContainEqual(
    expect.stringContaining("size limit exceeded"),
  );
  clamd.most = 25 * 1024 * 1024;
  await scanWaiting(place);
  expect((await lectern.as(ngozi, readFileCare)).waiting).toBe(0);
});

test("a file sent while the school works is looked at by itself within seconds", async () => {
  const runner = await startBackground({
    ...{ db, files, scanner, mailServer: null, baseUrl: "http://localhost" },
    now: () => lectern.now,
  });
  const { id } = await aNewPhoto();
  await expect
    .poll(
      async () =>
        (await db.selectFrom("storedFile").select("scan").where("id", "=", id).executeTakeFirst())?.scan,
      { timeout: 15_000 },
    )
    .toBe("clean");
  await runner.stop();
});

test("a large content goes through whole, and one that is sent to nobody is held at once", async () => {
  async function* pieces(count: number): AsyncGenerator<Uint8Array> {
    for (let each = 0; each < count; each++) yield Buffer.alloc(64 * 1024, each);
    yield aVirus();
  }
  expect(await scanner.scan(pieces(200))).toEqual({ found: "Eicar-Test-Signature" });
  await expect(scannerAt("clamd://127.0.0.1:1").scan(pieces(1))).rejects.toThrow(ScannerSilent);
  await expect(scannerAt("clamd:///nowhere/clamd.sock").scan(pieces(1))).rejects.toThrow(ScannerSilent);
});
