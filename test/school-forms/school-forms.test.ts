import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { PDFDocument } from "pdf-lib";
import { sweepFiles } from "#server/files/sweep-files.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aSchool } from "#test/support/school.ts";
import { aPdf, contentsOf, sendForm } from "#test/support/uploads.ts";
import { findCopy } from "#web/copies/copy.api.ts";
import { sealRecord, schoolFormAddress, readContent } from "#web/records/record.api.ts";
import {
  copySchoolForm,
  listSchoolForms,
  placeBoxes,
  readSchoolForm,
  removeSchoolForm,
  retireSchoolForm,
  saveMapping,
  trySchoolForm,
  useSchoolForm,
} from "#web/school-forms/school-form.api.ts";
import { findText } from "../forms/foreign/look.ts";
import { aRecordInTheRoom, readyToFinish, type RecordStory } from "../records/record-story.ts";
import { aDistrictForm } from "#server/demo-school/district-form.ts";

const lectern = useLectern();
let story: RecordStory;
let ngozi: Person;
beforeAll(async () => {
  story = await aRecordInTheRoom(lectern);
  ngozi = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
});

const asNgozi = <T>(act: () => Promise<T>) => lectern.as(ngozi, act);
async function added(content: Uint8Array, who = ngozi) {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(content)], "HC-114.pdf"));
  return await sendForm<{ id: string; code: string }>(
    lectern,
    who,
    form,
    `/api/schools/${story.school.schoolId}/forms`,
  );
}
const aForm = async () => (await added(await aDistrictForm())).body.id;
const get = async (who: Person, url: string) =>
  await lectern.app.inject({ url, headers: { cookie: await lectern.cookieOf(who) } });
const wordsOf = async (bytes: Uint8Array) =>
  (await findText(new Uint8Array(bytes))).map(({ text }) => text).join(" ");

test("a district's form is added, and most of its fields are understood by their names", async () => {
  const { status, body } = await added(await aDistrictForm({ withScript: true }));
  expect(status).toBe(201);
  const form = await asNgozi(() => readSchoolForm(body.id));
  expect([form.name, form.state, form.pages.length]).toEqual(["HC-114", "draft", 2]);
  const slots = Object.fromEntries(form.mapping.map(({ field, slot, row }) => [field, `${slot} ${row}`]));
  expect(slots).toMatchObject({
    "Student Name": "student-name 1",
    student_id: "student-number 1",
    "Conference Date": "met-on 1",
    video: "met-how=video 1",
    "Parent Name 2": "family-name 2",
    "Goal 2 Due": "goal-due 2",
    "Goal 3 School Will": "goal-school 3",
    "Parent Signature": "signed-family 1",
  });
  expect(slots["Office use only"]).toBeUndefined();
  expect(form.removed).toEqual(expect.arrayContaining(["script"]));
  const picture = await get(ngozi, `/api/school-forms/${body.id}/pages/2`);
  expect([picture.statusCode, picture.headers["content-type"]]).toEqual([200, "image/webp"]);
  expect((await get(ngozi, `/api/school-forms/${body.id}/pages/3`)).statusCode).toBe(404);
});

test("what is no form is refused in words and leaves nothing", async () => {
  const before = (await contentsOf(lectern)).length;
  const refused: [Uint8Array, number, string][] = [
    [(await aDistrictForm()).subarray(0, 900), 400, "form-damaged"],
    [Buffer.from("a poem"), 415, "file-kind"],
  ];
  for (const [content, status, code] of refused) {
    const answer = await added(content);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  }
  expect((await contentsOf(lectern)).length).toBe(before);
});

test("a form without fields is placed by a mapping file, whose faults are named one by one", async () => {
  const { status, body } = await added(await aPdf(1, "A form on paper"));
  expect(status).toBe(201);
  const read = () => asNgozi(() => readSchoolForm(body.id));
  expect((await read()).fields).toEqual([]);
  const box = { name: "Student name", kind: "text", page: 1, x: 20, y: 60, width: 80, height: 8 };
  const place = (boxes: unknown[]) => asNgozi(() => placeBoxes(body.id, { schema: 1, pages: 1, boxes }));
  await expect(
    place([
      { ...box, x: 190 },
      { ...box, name: "Date", kind: "date", page: 2 },
    ]),
  ).rejects.toMatchObject({
    code: "form-boxes",
    current: {
      faults: [expect.stringContaining("boxes.0 ends outside"), expect.stringContaining("boxes.1.page is 2")],
    },
  });
  await place([box, { ...box, name: "Conference date", kind: "date", y: 80 }]);
  const placed = await read();
  expect(placed.isPlaced).toBe(true);
  expect(placed.mapping.map(({ slot }) => slot)).toEqual(["student-name", "met-on"]);
  const filled = await get(ngozi, `/api/school-forms/${body.id}/trial.pdf`);
  expect(await wordsOf(filled.rawPayload)).toContain("Maximiliana");
  const withFields = await aForm();
  await expect(
    asNgozi(() => placeBoxes(withFields, { schema: 1, pages: 2, boxes: [box] })),
  ).rejects.toMatchObject({
    code: "school-form-has-fields",
  });
});

test("the mapping is changed by whoever saw the newest, and only to what a field can show", async () => {
  const id = await aForm();
  const { revision, mapping } = await asNgozi(() => readSchoolForm(id));
  const changed = [...mapping, { field: "Office use only", slot: "record-number", row: 1 }];
  expect(await asNgozi(() => saveMapping(id, { revision, mapping: changed }))).toEqual({
    revision: revision + 1,
  });
  await expect(asNgozi(() => saveMapping(id, { revision, mapping }))).rejects.toMatchObject({
    code: "stale",
  });
  for (const wrong of [
    { field: "video", slot: "student-name", row: 1 },
    { field: "Grade", slot: "student-grade", row: 2 },
    { field: "No such field", slot: "student-grade", row: 1 },
    { field: "Grade", slot: "no-such-slot", row: 1 },
  ])
    await expect(
      asNgozi(() => saveMapping(id, { revision: revision + 1, mapping: [wrong] })),
    ).rejects.toMatchObject({ status: 400 });
});

test("tried with long texts it names the fields that are too small", async () => {
  const id = await aForm();
  const { overflows } = await asNgozi(() => trySchoolForm(id));
  const names = overflows.map(({ field }) => field);
  expect(names).toContain("Teacher Comments");
  expect(names).not.toContain("Grade");
  const pdf = await PDFDocument.load((await get(ngozi, `/api/school-forms/${id}/trial.pdf`)).rawPayload);
  // Two pages of the form, and what did not fit.
  expect(pdf.getPageCount()).toBeGreaterThan(2);
  expect(pdf.catalog.getAcroForm()).toBeUndefined();
});

test("a finished record comes on the form in use, for each reader what is hers, and the copy can be checked", async () => {
  const id = await aForm();
  await asNgozi(() => useSchoolForm(id));
  const address = schoolFormAddress(story.recordId, "en");
  expect((await get(story.mrOkafor, address)).statusCode).toBe(409);
  expect((await lectern.as(story.mrOkafor, () => readContent(story.recordId))).schoolForm).toBeNull();
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  expect((await lectern.as(story.mrOkafor, () => readContent(story.recordId))).schoolForm).toBe("HC-114");
  const [school, mother, father] = [
    await get(story.mrOkafor, address),
    await get(story.rosa, address),
    await get(story.hector, address),
  ];
  expect([school.statusCode, mother.statusCode, father.statusCode]).toEqual([200, 200, 200]);
  for (const copy of [school, mother, father]) {
    const words = await wordsOf(copy.rawPayload);
    expect(words).toContain("Itzel Navarro Duarte");
    expect(words).toContain("Daniel Okafor");
  }
  expect((await get(story.mrOkafor, address)).rawPayload.equals(school.rawPayload)).toBe(true);
  const sha256 = createHash("sha256").update(mother.rawPayload).digest("hex");
  expect(await lectern.as(null, () => findCopy(sha256))).toMatchObject({ issued: true, newest: 1 });
});

test("a form in use does not change; a copy of it does, takes its place, and drafts are removed with their files", async () => {
  const id = await aForm();
  await asNgozi(() => useSchoolForm(id));
  const { revision, mapping } = await asNgozi(() => readSchoolForm(id));
  await expect(asNgozi(() => saveMapping(id, { revision, mapping }))).rejects.toMatchObject({
    code: "school-form-used",
  });
  await expect(asNgozi(() => removeSchoolForm(id))).rejects.toMatchObject({ code: "school-form-used" });
  const copy = await asNgozi(() => copySchoolForm(id));
  expect((await asNgozi(() => readSchoolForm(copy.id))).mapping).toEqual(mapping);
  await asNgozi(() => saveMapping(copy.id, { revision: 0, mapping: [] }));
  await expect(asNgozi(() => useSchoolForm(copy.id))).rejects.toMatchObject({ code: "school-form-empty" });
  await asNgozi(() => saveMapping(copy.id, { revision: 1, mapping }));
  await asNgozi(() => useSchoolForm(copy.id));
  const { forms } = await asNgozi(() => listSchoolForms(story.school.schoolId));
  expect(forms.find((form) => form.id === id)?.state).toBe("retired");
  expect(forms.filter(({ state }) => state === "in-use").map((form) => form.id)).toEqual([copy.id]);
  await asNgozi(() => retireSchoolForm(copy.id));
  const draft = await aForm();
  const before = (await contentsOf(lectern)).length;
  await asNgozi(() => removeSchoolForm(draft));
  expect((await contentsOf(lectern)).length).toBe(before - 3);
});

test("the sweeper knows a form's file and its pictures", async () => {
  const id = await aForm();
  const before = await contentsOf(lectern);
  await sweepFiles(lectern.db, lectern.files, new Date(Date.now() + 3 * 86_400_000));
  const after = await contentsOf(lectern);
  const row = await lectern.db
    .selectFrom("schoolForm")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  for (const key of [row.storageKey, ...row.pictureKeys]) expect(after).toContain(key.split("/")[1]);
  expect(after.length).toBeLessThanOrEqual(before.length);
});

test("another school's administrator sees none of it", async () => {
  const id = await aForm();
  const other = await aSchool(lectern.db);
  const stranger = await addStaff(other, "Priya Raman", ["school-administrator"]);
  expect((await get(stranger, `/api/school-forms/${id}`)).statusCode).toBe(404);
  expect((await added(await aDistrictForm(), stranger)).status).toBe(404);
  expect((await get(story.mrOkafor, `/api/school-forms/${id}`)).statusCode).toBe(404);
});
