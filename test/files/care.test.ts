import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { checkContents } from "#server/files/care/check-contents.ts";
import { makePreviews } from "#server/files/previews/make-previews.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, addStudent, type Person } from "#test/support/people.ts";
import { aSchool } from "#test/support/school.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { aPhoto, upload } from "#test/support/uploads.ts";
import { checkFile, readFileCare } from "#web/files/file-care.api.ts";

const lectern = useLectern();
const enough = 1024 ** 3;
let story: Story;
let ngozi: Person;
beforeAll(async () => {
  story = await aStudentWithAdviser(lectern.db);
  ngozi = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
});

let colours = 0;
async function aPhotoOf(student: Person): Promise<{ id: string; path: string; previews: string[] }> {
  const photo = await aPhoto(`hsl(${++colours * 11}, 60%, 40%)`);
  const { id } = (await upload(lectern, student, `creek-${colours}.jpg`, photo)).body;
  await makePreviews(lectern.db, lectern.files, { districtId: student.districtId, fileId: id });
  const { storageKey } = await rowOf(id);
  const previews = await lectern.db.selectFrom("filePreview").selectAll().where("fileId", "=", id).execute();
  return {
    id,
    path: join(lectern.filesFolder, storageKey),
    previews: previews.map((each) => join(lectern.filesFolder, each.storageKey)),
  };
}
const rowOf = (id: string) =>
  lectern.db.selectFrom("storedFile").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const days = (count: number) => new Date(lectern.now.getTime() + count * 86_400_000);
const check = (now: Date, maxBytes = enough) => checkContents(lectern, now, maxBytes);
const asNgozi = <T>(act: () => Promise<T>) => lectern.as(ngozi, act);

test("a file is compared with what was taken in a month after it came, and a month after that", async () => {
  const { id } = await aPhotoOf(story.itzel);
  await check(days(29));
  expect((await rowOf(id)).checkedAt).toBeNull();
  await check(days(31));
  expect((await rowOf(id)).checkedAt).toEqual(days(31));
  await check(days(60));
  expect((await rowOf(id)).checkedAt).toEqual(days(31));
  await check(days(62));
  expect((await rowOf(id)).checkedAt).toEqual(days(62));
});

test("a lost file and a changed one are shown to the administrator until they are back", async () => {
  const [lost, changed] = [await aPhotoOf(story.itzel), await aPhotoOf(story.kofi)];
  const [first, second] = [await readFile(lost.path), await readFile(changed.path)];
  await rm(lost.path);
  await writeFile(changed.path, Buffer.from(second.map((byte, at) => (at === 1_000 ? byte ^ 1 : byte))));
  await check(days(32));
  const inNeed = (await asNgozi(readFileCare)).inNeed;
  expect(inNeed.map(({ id, trouble }) => [id, trouble])).toEqual(
    expect.arrayContaining([
      [lost.id, "damaged"],
      [changed.id, "damaged"],
    ]),
  );
  await writeFile(lost.path, first);
  await writeFile(changed.path, second);
  for (const { id } of [lost, changed]) expect(await asNgozi(() => checkFile(id))).toEqual({ trouble: null });
  expect((await asNgozi(readFileCare)).inNeedCount).toBe(0);
});

test("a picture that is lost is drawn anew", async () => {
  const { id, previews } = await aPhotoOf(story.itzel);
  await rm(previews[0]!);
  await check(days(100));
  const { rows } = await lectern.db
    .selectFrom("pgboss.job" as never)
    .select(["data" as never])
    .where("name" as never, "=", "make-previews" as never)
    .where("state" as never, "=", "created" as never)
    .execute()
    .then((rows) => ({ rows: rows as { data: { fileId: string } }[] }));
  expect(rows.filter(({ data }) => data.fileId === id).length).toBeGreaterThan(1);
});

test("an hour reads so much and no more, and the next goes on with the longest unseen", async () => {
  const files = [];
  for (let count = 0; count < 60; count++) files.push(await aPhotoOf(story.kofi));
  const seen = async (at: Date) =>
    (await lectern.db.selectFrom("storedFile").select("id").where("checkedAt", "=", at).execute()).length;
  await check(days(200), 1);
  expect(await seen(days(200))).toBe(50);
  await check(days(200.1));
  expect(await seen(days(200.1))).toBeGreaterThanOrEqual(10);
});

test("an administrator sees her own school's files alone", async () => {
  const other = await aSchool(lectern.db);
  const stranger = await addStudent(other, "Amara Diallo");
  const { id, path } = await aPhotoOf(stranger);
  await rm(path);
  await check(days(400));
  expect((await asNgozi(readFileCare)).inNeed.map((file) => file.id)).not.toContain(id);
  await expect(asNgozi(() => checkFile(id))).rejects.toThrow();
});
