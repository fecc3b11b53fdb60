import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian as bringGuardian, addStaff, addStudent } from "#test/support/people.ts";
import { addSchool } from "#test/support/school.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { listChanges } from "#web/audit/audit.api.ts";
import {
  addGuardian,
  changeGuardian,
  changeGuardianship,
  findKnownPeople,
  inviteGuardian,
  moveIntoNewHousehold,
} from "#web/people/guardian.api.ts";
import { listInvitable } from "#web/people/people.api.ts";
import { changeColleague } from "#web/people/staff.api.ts";
import { changeEnrolment, changeStudentPerson, listRoll, readStudentFile } from "#web/people/roll.api.ts";

const lectern = useLectern();

async function aFamilyAndItsOffice() {
  const story = await aStudentWithAdviser(lectern.db);
  const uncle = await bringGuardian(story.school, story.itzel, "Efraín Duarte", { relationship: "uncle" });
  const msQuill = await addStaff(story.school, "Bernadette Quill", ["office"]);
  const msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  return { ...story, uncle, msQuill, msEze };
}

test("a court order restricts an uncle, and the audit says who typed it and what it rests on", async () => {
  const { itzel, uncle, msQuill, msEze, mrOkafor } = await aFamilyAndItsOffice();
  const restrict = (field: "mayAttend" | "mayInspectRecords", courtDocument?: string) =>
    changeGuardianship(itzel.personId, uncle.personId, {
      ...{ field, base: true, value: false },
      ...(courtDocument !== undefined && { courtDocument }),
    });
  await lectern.as(msQuill, async () => {
    await expect(restrict("mayAttend")).rejects.toMatchObject({
      code: "document-needed",
      field: "courtDocument",
    });
    await restrict("mayAttend", "Order 24-117, Superior Court, 3 March 2026");
    await restrict("mayInspectRecords");
  });
  const { guardians } = await lectern.as(mrOkafor, () => listInvitable(itzel.personId));
  expect(guardians.map((one) => one.name)).not.toContain("Efraín Duarte");

  const { changes } = await lectern.as(msEze, () => listChanges(itzel.personId));
  expect(changes.map(({ by, subject, field, old, new: now }) => [by, subject, field, old, now])).toEqual([
    ["Bernadette Quill", "Efraín Duarte", "mayInspectRecords", true, false],
    ["Bernadette Quill", "Efraín Duarte", "mayAttend", true, false],
    [
      "Bernadette Quill",
      "Efraín Duarte",
      "courtDocument",
      null,
      "Order 24-117, Superior Court, 3 March 2026",
    ],
  ]);
});

test("the document cannot go while a restriction rests on it", async () => {
  const { itzel, uncle, msQuill } = await aFamilyAndItsOffice();
  const document = "Order 24-117";
  const change = (body: Parameters<typeof changeGuardianship>[2]) =>
    changeGuardianship(itzel.personId, uncle.personId, body);
  await lectern.as(msQuill, async () => {
    await change({ field: "mayBeContacted", base: true, value: false, courtDocument: document });
    await expect(change({ field: "courtDocument", base: document, value: null })).rejects.toMatchObject({
      code: "document-needed",
    });
    await change({ field: "mayBeContacted", base: false, value: true });
    await change({ field: "courtDocument", base: document, value: null });
  });
});

test("two clerks change one fact at once: the second sees what stands now", async () => {
  const { itzel, rosa, msQuill } = await aFamilyAndItsOffice();
  await lectern.as(msQuill, async () => {
    await changeGuardian(rosa.personId, { field: "phone", base: null, value: "(555) 555-0101" });
    await expect(
      changeGuardian(rosa.personId, { field: "phone", base: null, value: "(555) 555-0102" }),
    ).rejects.toMatchObject({ status: 409, code: "stale", current: "(555) 555-0101" });
    expect((await readStudentFile(itzel.personId)).guardians.map((one) => one.phone)).toContain(
      "(555) 555-0101",
    );
  });
});

test("a guardianship ends by a day and stays readable; nobody is deleted", async () => {
  const { itzel, hector, msQuill, mrOkafor } = await aFamilyAndItsOffice();
  const until = { field: "untilOn", base: null, value: "2026-11-11" } as const;
  await lectern.as(msQuill, () => changeGuardianship(itzel.personId, hector.personId, until));
  await lectern.as(msQuill, async () => {
    const { guardians } = await readStudentFile(itzel.personId);
    expect(guardians.find((one) => one.personId === hector.personId)).toMatchObject({
      untilOn: "2026-11-11",
    });
  });
  const { guardians } = await lectern.as(mrOkafor, () => listInvitable(itzel.personId));
  expect(guardians.map((one) => one.personId)).not.toContain(hector.personId);
});

test("parents who part get a second household, and both are on the student's page", async () => {
  const { itzel, school, msQuill } = await aFamilyAndItsOffice();
  const together = await bringGuardian(school, itzel, "Ana Duarte", { relationship: "grandmother" });
  await lectern.as(msQuill, async () => {
    await moveIntoNewHousehold(itzel.personId, together.personId, "Grandmother’s house");
    const { households } = await readStudentFile(itzel.personId);
    expect(households.map((one) => one.name)).toContain("Grandmother’s house");
  });
});

test("siblings at two schools: the mother is found by her whole name, linked once, and each school keeps its own", async () => {
  const { itzel, rosa, msQuill, school } = await aFamilyAndItsOffice();
  const harbor = await addSchool(lectern.db, school.districtId, { name: "Far Harbor School" });
  const msVale = await addStaff(harbor, "Ingrid Vale", ["office"]);
  const emiliano = await addStudent(harbor, "Emiliano Navarro");
  await lectern.as(msVale, async () => {
    // A part of a name leafs through nobody else's families.
    expect((await findKnownPeople("Rosa")).people).toEqual([]);
    const { people } = await findKnownPeople("rosa duarte");
    expect(people).toMatchObject([{ personId: rosa.personId, children: [{ name: "Itzel" }] }]);
    await addGuardian(emiliano.personId, {
      ...{ personId: rosa.personId, relationship: "mother", householdId: rosa.householdId, livesWith: true },
      ...{ mayInspectRecords: true, mayAttend: true, mayBeContacted: true, courtDocument: null },
    });
    const { guardians } = await readStudentFile(emiliano.personId);
    expect(guardians[0]?.alsoAnswersFor).toEqual([
      { name: "Itzel Navarro Duarte", schoolName: "Calder Bay School" },
    ]);
    // The other school's student is not hers to open or change.
    const missing = { status: 404 };
    await expect(readStudentFile(itzel.personId)).rejects.toMatchObject(missing);
    await expect(
      changeStudentPerson(itzel.personId, { field: "givenName", base: "Itzel", value: "Nobody" }),
    ).rejects.toMatchObject(missing);
    await expect(
      changeGuardianship(itzel.personId, rosa.personId, { field: "livesWith", base: true, value: false }),
    ).rejects.toMatchObject(missing);
    expect((await listRoll({})).students.map((one) => one.name)).toEqual(["Emiliano Navarro"]);
  });
  await lectern.as(msQuill, async () => {
    await expect(readStudentFile(emiliano.personId)).rejects.toMatchObject({ status: 404 });
  });
});

test("a colleague who is also a mother is linked, and the office cannot move her way in", async () => {
  const { itzel, school, msQuill, msEze, mrOkafor } = await aFamilyAndItsOffice();
  const boss = await addStaff(school, "Alan Whitcombe", ["district-administrator"]);
  await lectern.as(msQuill, async () => {
    await addGuardian(itzel.personId, {
      ...{ personId: boss.personId, relationship: "stepfather", householdName: "Whitcombe household" },
      ...{
        livesWith: false,
        mayInspectRecords: true,
        mayAttend: true,
        mayBeContacted: true,
        courtDocument: null,
      },
    });
    const theft = { field: "email", base: null, value: "clerk@example.org" } as const;
    await expect(changeGuardian(boss.personId, theft)).rejects.toMatchObject({ status: 404 });
  });
  await lectern.as(msEze, async () => {
    await expect(
      changeColleague(boss.personId, { field: "email", base: null, value: "eze@example.org" }),
    ).rejects.toMatchObject({ status: 404 });
    await changeColleague(mrOkafor.personId, { field: "email", base: null, value: "okafor@example.org" });
  });
});

test("a link goes to a guardian's address, never to whom a court forbids to write", async () => {
  const { itzel, rosa, uncle, msQuill } = await aFamilyAndItsOffice();
  await lectern.as(msQuill, async () => {
    await inviteGuardian(rosa.personId);
    await expect(inviteGuardian(uncle.personId)).rejects.toMatchObject({ code: "no-address" });
    await changeGuardianship(itzel.personId, uncle.personId, {
      ...{ field: "mayBeContacted", base: true, value: false, courtDocument: "Order 24-117" },
    });
    await expect(inviteGuardian(uncle.personId)).rejects.toMatchObject({ code: "may-not-be-contacted" });
    const { guardians } = await readStudentFile(itzel.personId);
    const invited = guardians.filter((one) => one.invitedAt !== null).map((one) => one.givenName);
    expect(invited).toEqual(["Rosa"]);
  });
});

test("a mended birth date makes her of age: her parents' rights have passed, and the page says so", async () => {
  const { itzel, msQuill } = await aFamilyAndItsOffice();
  await lectern.as(msQuill, async () => {
    await changeEnrolment(itzel.personId, { field: "bornOn", base: "2010-03-14", value: "2008-03-14" });
    const file = await readStudentFile(itzel.personId);
    expect(file.isOfAge).toBe(true);
    expect(file.guardians.every((one) => one.rightsPassed)).toBe(true);
  });
});
