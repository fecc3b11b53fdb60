import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, expect, test } from "vitest";
import { claimFile } from "#server/files/keep-file.ts";
import { sweepFiles } from "#server/files/sweep-files.ts";
import { findActor } from "#server/sign-in/session.queries.ts";
import { bringFile } from "#test/access/things/files.ts";
import { bringWork } from "#test/access/things/work.ts";
import { openLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aPhoto, contentsOf, upload } from "#test/support/uploads.ts";

const lectern = await openLectern();
afterAll(() => lectern.close());
const { db, files } = lectern;
const { itzel, kofi } = await aStudentWithAdviser(db);

const hours = (count: number) => new Date(lectern.now.getTime() + count * 3_600_000);
const isThere = async (id: string) =>
  (await db.selectFrom("storedFile").select("id").where("id", "=", id).execute()).length === 1;
const aLooseFile = async (colour: string) =>
  (await upload(lectern, itzel, "a.jpg", await aPhoto(colour))).body.id;

test("a file nothing refers to goes after a day, and its content with it", async () => {
  const id = await aLooseFile("#101");
  await sweepFiles(db, files, hours(23));
  expect(await isThere(id)).toBe(true);
  await sweepFiles(db, files, hours(25));
  expect([await isThere(id), (await contentsOf(lectern)).length]).toEqual([false, 0]);
});

test("a file of a piece stays for ever, with its picture", async () => {
  const workSampleId = await bringWork(db, { student: itzel, classId: null } as never);
  const id = await bringFile(db, files, { student: itzel } as never, workSampleId);
  const before = (await contentsOf(lectern)).length;
  await sweepFiles(db, files, hours(24 * 4000));
  expect([await isThere(id), (await contentsOf(lectern)).length]).toEqual([true, before]);
});

test("a file being added to a piece at that moment is passed by", async () => {
  const id = await aLooseFile("#102");
  const workSampleId = await bringWork(db, { student: itzel, classId: null } as never);
  const actor = (await findActor(db, (await lectern.cookieOf(itzel)).split("=")[1]!, lectern.now))!;
  await db.transaction().execute(async (tx) => {
    await claimFile(tx, actor, id);
    await sweepFiles(db, files, hours(25));
    const version = { id: uuidv7(), number: 2, stage: "draft", kind: "file", fileId: id };
    await tx
      .insertInto("workVersion")
      .values({ districtId: itzel.districtId, workSampleId, ...version })
      .execute();
  });
  await sweepFiles(db, files, hours(25));
  expect(await isThere(id)).toBe(true);
});

test("sending a file again gives it another day", async () => {
  const id = await aLooseFile("#103");
  const before = lectern.now;
  lectern.now = hours(1.5);
  await aLooseFile("#103");
  lectern.now = before;
  await sweepFiles(db, files, hours(25));
  expect(await isThere(id)).toBe(true);
});

test("nobody claims another person's file", async () => {
  const id = await aLooseFile("#104");
  const actor = (await findActor(db, (await lectern.cookieOf(kofi)).split("=")[1]!, lectern.now))!;
  await expect(db.transaction().execute((tx) => claimFile(tx, actor, id))).rejects.toThrow("no such file");
});

test("what a killed process left behind goes after a day, and what lies there by mistake stays", async () => {
  const folder = join(lectern.filesFolder, "ab");
  await mkdir(folder, { recursive: true });
  const names = [`${"c".repeat(38)}.part`, "d".repeat(38), "README"];
  for (const name of names) {
    await writeFile(join(folder, name), "half");
    await utimes(join(folder, name), hours(-30), hours(-30));
  }
  await writeFile(join(folder, "e".repeat(38)), "just written");
  await utimes(join(folder, "e".repeat(38)), hours(-1), hours(-1));
  await sweepFiles(db, files, lectern.now);
  const left = await contentsOf(lectern);
  expect(names.map((name) => left.includes(name))).toEqual([false, false, true]);
  expect(left).toContain("e".repeat(38));
});
