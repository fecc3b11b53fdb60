import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addClass, addMentor, addStaff, addStudent, addToCaseload } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import {
  addWorkSample,
  editWorkSample,
  listWorkSamples,
  readWorkSample,
} from "#web/work-samples/work-sample.api.ts";
import { aPiece, hang, makeCoAuthor } from "./pieces.ts";

const lectern = useLectern();
let story: Story;
beforeAll(async () => void (story = await aStudentWithAdviser(lectern.db)));

const notFound = { status: 404, code: "not-found" };
const titlesOf = async (studentId: string) =>
  (await listWorkSamples(studentId)).workSamples.map(({ title }) => title);
const added = async (facts: Parameters<typeof aPiece>[0] = {}) =>
  (await lectern.as(story.itzel, () => addWorkSample(aPiece(facts)))).id;

test("classmates, guardians, mentors and teachers find neither a draft nor the shelf it stands on", async () => {
  const { school, itzel, kofi, rosa, hector } = story;
  const mentor = await addMentor(school, itzel, "Imani Brooks");
  const teacher = await addStaff(school, "Folake Adeyemi");
  await addClass(school, teacher, [itzel]);
  const office = await addStaff(school, "Ana Ruiz", ["office", "school-administrator"]);
  const id = await added();
  for (const stranger of [kofi, rosa, hector, mentor, teacher, office]) {
    await expect(lectern.as(stranger, () => readWorkSample(id))).rejects.toMatchObject(notFound);
    await expect(lectern.as(stranger, () => listWorkSamples(itzel.personId))).rejects.toMatchObject(notFound);
  }
});

test("the adviser finds on the shelf only what the student shared, and may not change it", async () => {
  const { itzel, mrOkafor } = story;
  const secret = await added({ title: "A letter I may never send" });
  const shared = await added({ title: "Cranes, Pier 9", sharedWithAdviser: true });
  await lectern.as(mrOkafor, async () => {
    expect(await titlesOf(itzel.personId)).toEqual(["Cranes, Pier 9"]);
    await expect(readWorkSample(secret)).rejects.toMatchObject(notFound);
    expect((await readWorkSample(shared)).mayEdit).toBe(false);
    const reword = editWorkSample(shared, { field: "title", base: "Cranes, Pier 9", value: "Cranes" });
    await expect(reword).rejects.toMatchObject(notFound);
  });
  const share = { field: "sharedWithAdviser", base: false, value: true } as const;
  await lectern.as(itzel, () => editWorkSample(secret, share));
  expect((await lectern.as(mrOkafor, () => readWorkSample(secret))).title).toBe("A letter I may never send");
});

test("a counsellor reads what was shared by the students on her own caseload only", async () => {
  const { school, itzel } = story;
  const named = await addStaff(school, "Noor Haddad", ["counsellor"]);
  const other = await addStaff(school, "Piotr Zając", ["counsellor"]);
  await addToCaseload(school, named, itzel, "counsellor");
  const id = await added({ sharedWithAdviser: true });
  expect((await lectern.as(named, () => readWorkSample(id))).id).toBe(id);
  await expect(lectern.as(other, () => readWorkSample(id))).rejects.toMatchObject(notFound);
});

test("a co-author reads the common piece and finds it on his own shelf, and nothing else of his friend's", async () => {
  const { school, itzel } = story;
  const mateus = await addStudent(school, "Mateus Oliveira");
  const common = await added({ title: "A bridge of spaghetti" });
  await makeCoAuthor(school, common, mateus);
  await lectern.as(mateus, async () => {
    expect(await titlesOf(mateus.personId)).toEqual(["A bridge of spaghetti"]);
    const piece = await readWorkSample(common);
    expect(piece).toMatchObject({ mayEdit: false, student: { name: "Itzel Navarro Duarte" } });
    expect(piece.coAuthors).toEqual([{ id: mateus.personId, name: "Mateus Oliveira" }]);
    await expect(listWorkSamples(itzel.personId)).rejects.toMatchObject(notFound);
  });
});

test("a teacher reads what was handed in to her class, and only that", async () => {
  const { school, itzel } = story;
  const [hers, another] = [await addStaff(school, "Grace Adeyemi"), await addStaff(school, "Tom Wells")];
  const classId = await addClass(school, hers, [itzel], "Biology, period 4");
  await addClass(school, another, [itzel], "History, period 1", "history");
  const id = await added();
  await lectern.as(itzel, async () => {
    expect((await readWorkSample(id)).classes.map(({ name }) => name)).toContain("Biology, period 4");
    await editWorkSample(id, { field: "classId", base: null, value: classId });
    await editWorkSample(id, { field: "submittedToClass", base: false, value: true });
  });
  expect((await lectern.as(hers, () => readWorkSample(id))).className).toBe("Biology, period 4");
  await expect(lectern.as(another, () => readWorkSample(id))).rejects.toMatchObject(notFound);
});

test("work is handed in only to a class the student sits in", async () => {
  const { school, kofi } = story;
  const elsewhere = await addClass(school, await addStaff(school, "Lin Zhao"), [kofi], "Physics");
  const id = await added();
  const handIn = { field: "classId", base: null, value: elsewhere } as const;
  await expect(lectern.as(story.itzel, () => editWorkSample(id, handIn))).rejects.toMatchObject(notFound);
});

test("only students put work on a shelf", async () => {
  const { rosa, mrOkafor } = story;
  for (const person of [rosa, mrOkafor])
    await expect(lectern.as(person, () => addWorkSample(aPiece()))).rejects.toMatchObject({ status: 403 });
  await expect(lectern.as(null, () => addWorkSample(aPiece()))).rejects.toMatchObject({ status: 401 });
});

test("a piece says which portfolio it hangs in, to those who may look at that portfolio", async () => {
  const { school, itzel, mrOkafor } = story;
  const teacher = await addStaff(school, "Hanna Lindgren");
  const classId = await addClass(school, teacher, [itzel], "Geometry", "math");
  const id = await added({ sharedWithAdviser: true });
  await lectern.as(itzel, async () => {
    await editWorkSample(id, { field: "classId", base: null, value: classId });
    await editWorkSample(id, { field: "submittedToClass", base: false, value: true });
  });
  await hang(story, id);
  const hanging = [expect.objectContaining({ season: "Fall conferences", section: "growth" })];
  for (const reader of [itzel, mrOkafor])
    expect((await lectern.as(reader, () => readWorkSample(id))).hangsIn).toEqual(hanging);
  expect((await lectern.as(teacher, () => readWorkSample(id))).hangsIn).toEqual([]);
});
