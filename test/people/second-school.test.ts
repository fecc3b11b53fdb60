import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aSchool } from "#test/support/school.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { listChanges, listStaffChanges } from "#web/audit/audit.api.ts";
import { renameHousehold } from "#web/people/guardian.api.ts";
import { enrolStudent, readStudentFile } from "#web/people/roll.api.ts";
import { addColleague, endRole, giveRole, listStaff } from "#web/people/staff.api.ts";
import { changeSchool, listSchoolFiles, openSchool } from "#web/schools/school-file.api.ts";

const lectern = useLectern();
let mrWhitcombe: Person;
let msEze: Person;
let mrOkafor: Person;
let firstSchoolId: string;

beforeAll(async () => {
  const school = await aSchool(lectern.db);
  firstSchoolId = school.schoolId;
  mrWhitcombe = await addStaff(school, "Alan Whitcombe", ["district-administrator"]);
  msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  mrOkafor = await addStaff(school, "Daniel Okafor");
});

const harbor = { name: "Harbor Street School", code: "HSS", timeZone: "America/Los_Angeles" };

test("a district adds a second school, corrects it, and puts its first people there", async () => {
  const schoolId = await lectern.as(mrWhitcombe, async () => {
    const { id } = await openSchool({ ...harbor, lowestGrade: 9, highestGrade: 12 });
    await changeSchool(id, { field: "name", base: "Harbor Street School", value: "Harbor Street High" });
    const office = { givenName: "Bernadette", familyName: "Quill", language: "en", email: null, phone: null };
    await addColleague({ person: office, role: "office", schoolId: id });
    await giveRole(mrOkafor.personId, { role: "counsellor", schoolId: id });
    return id;
  });
  const { schools, mayAdd } = await lectern.as(mrWhitcombe, listSchoolFiles);
  expect(mayAdd).toBe(true);
  expect(schools.map((one) => [one.name, one.lowestGrade, one.mayEdit, one.mayKeepPeople])).toEqual([
    ["Calder Bay School", 6, true, false],
    ["Harbor Street High", 9, true, false],
  ]);
  const { staff } = await lectern.as(mrWhitcombe, listStaff);
  expect(staff.find((one) => one.id === mrOkafor.personId)?.roles).toMatchObject([
    { role: "counsellor", schoolName: "Harbor Street High" },
    { role: "teacher", schoolName: "Calder Bay School" },
  ]);

  const quill = staff.find((one) => one.givenName === "Bernadette");
  const { accountId } = await aWayIn(quill?.id ?? "");
  const msQuill = { ...mrWhitcombe, personId: quill?.id ?? "", accountId, name: "Bernadette Quill" };
  await lectern.as(msQuill, async () => {
    const { id } = await enrolStudent({
      ...{ schoolId, givenName: "Amal", familyName: "Haddad", language: "ar", studentNumber: "310001" },
      ...{ grade: 9, cohortYear: 2030, bornOn: "2012-02-02" },
    });
    expect(await readStudentFile(id)).toMatchObject({ schoolName: "Harbor Street High" });
    await expect(
      enrolStudent({
        ...{ schoolId: firstSchoolId, givenName: "A", familyName: "B", language: "en" },
        ...{ studentNumber: "310002", grade: 9, cohortYear: 2030, bornOn: "2012-02-02" },
      }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

/** An account for somebody who has none yet. */
async function aWayIn(personId: string): Promise<{ accountId: string }> {
  const accountId = crypto.randomUUID();
  await lectern.db.insertInto("account").values({ id: accountId }).execute();
  await lectern.db.updateTable("person").set({ accountId }).where("id", "=", personId).execute();
  return { accountId };
}

test("a code that is taken, grades that cross and an unknown clock are refused where they stand", async () => {
  await lectern.as(mrWhitcombe, async () => {
    await expect(openSchool(harbor)).rejects.toMatchObject({
      ...{ status: 409, code: "code-taken" },
    });
    await expect(
      openSchool({ ...harbor, code: "NEW", lowestGrade: 12, highestGrade: 9 }),
    ).rejects.toMatchObject({ status: 400, code: "grades-crossed", field: "highestGrade" });
    await expect(openSchool({ ...harbor, code: "NEW", timeZone: "Mars/Olympus" })).rejects.toMatchObject({
      ...{ status: 400, code: "no-such-zone", field: "timeZone" },
    });
  });
  await expect(lectern.as(msEze, () => openSchool({ ...harbor, code: "NEW" }))).rejects.toMatchObject({
    status: 403,
  });
});

test("roles given and ended stand among the changes, with the school and both values", async () => {
  const colleague = { givenName: "Greta", familyName: "Lindgren", language: "en", email: null, phone: null };
  await lectern.as(msEze, async () => {
    const { id } = await addColleague({ person: colleague, role: "teacher", schoolId: firstSchoolId });
    const { staff } = await listStaff();
    const roleId = staff.find((one) => one.id === id)?.roles[0]?.id ?? "";
    await endRole(id, roleId, { field: "untilOn", base: null, value: "2027-06-11" });
    const { changes } = await listStaffChanges();
    const about = changes.filter(({ subject }) => subject === "Greta Lindgren");
    expect(about.map(({ by, field, old, new: now }) => [by, field, old, now])).toMatchObject([
      [
        "Ngozi Eze",
        "teacher",
        { school: "Calder Bay School", untilOn: null },
        { school: "Calder Bay School", untilOn: "2027-06-11" },
      ],
      ["Ngozi Eze", "teacher", null, { school: "Calder Bay School" }],
    ]);
  });
});

test("a household is renamed, and the students' pages say by whom and from what", async () => {
  const { school, itzel, rosa } = await aStudentWithAdviser(lectern.db);
  const msQuill = await addStaff(school, "Bernadette Quill", ["office"]);
  const head = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const rename = (base: string, value: string) =>
    renameHousehold(rosa.householdId, { field: "name", base, value });
  const [old, now] = [`${rosa.name}’s household`, "Duarte household"];
  await lectern.as(msQuill, async () => {
    await rename(old, now);
    await expect(rename(old, "Another")).rejects.toMatchObject({ code: "stale", current: now });
  });
  const { changes } = await lectern.as(head, () => listChanges(itzel.personId));
  expect(changes).toMatchObject([
    { by: "Bernadette Quill", kind: "household", subject: old, field: "name", old, new: now },
  ]);
});
