import { beforeAll, expect, test } from "vitest";
import { makeLink } from "#server/sign-in/sign-in-with-link.ts";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { formAdvisory, leadAdvisory, readGroup } from "#web/people/group.api.ts";
import { addGuardian } from "#web/people/guardian.api.ts";
import { enrolStudent, listRoll, moveStudent, readStudentFile } from "#web/people/roll.api.ts";
import { addColleague, endRole, inviteColleague, listStaff } from "#web/people/staff.api.ts";
import {
  changeSchool,
  listSchoolFiles,
  openSchoolYear,
  readChecklist,
} from "#web/schools/school-file.api.ts";
import { readSession, setUpFirst, signInByPassword } from "#web/session/session.api.ts";

const lectern = useLectern();
let msEze: Person;
let schoolId: string;

/** The school of the first page, with nothing in it. */
beforeAll(async () => {
  const token = await lectern.db.transaction().execute((tx) => makeLink(tx, "set-up", null, lectern.now));
  await lectern.as(null, () =>
    setUpFirst({
      ...{ token, districtName: "Calder Bay Unified", schoolName: "Calder Bay School", schoolCode: "CBS" },
      ...{ timeZone: "America/Los_Angeles", givenName: "Ngozi", familyName: "Eze" },
      ...{ email: "eze@example.org", password: "a lantern on the pier" },
    }),
  );
  const { id, districtId, accountId } = await lectern.db
    .selectFrom("person")
    .select(["id", "districtId", "accountId"])
    .executeTakeFirstOrThrow();
  msEze = { personId: id, districtId, accountId: accountId ?? "", name: "Ngozi Eze" };
  const { schools } = await lectern.as(msEze, listSchoolFiles);
  schoolId = schools[0]?.id ?? "";
});

const stepsDone = async () => {
  const { steps } = await lectern.as(msEze, () => readChecklist(schoolId));
  return steps.map(({ key, done, total, isDone }) => `${key} ${done}/${total}${isDone ? " done" : ""}`);
};

test("an empty school is made ready by hand, and the checklist says each time what is next", async () => {
  expect(await stepsDone()).toEqual([
    ...["facts 0/1", "year 0/1", "staff 0/0", "advisories 0/0", "students 0/0", "guardians 0/0"],
    ...["numbers 0/0", "season 0/1", "conferences 0/0"],
  ]);

  await lectern.as(msEze, async () => {
    await changeSchool(schoolId, { field: "phone", base: null, value: "(555) 555-0142" });
    const year = { name: "2026–27", startsOn: "2026-08-24", endsOn: "2027-06-11" };
    const { id: schoolYearId } = await openSchoolYear(schoolId, year);
    const okafor = {
      givenName: "Daniel",
      familyName: "Okafor",
      language: "en",
      email: "okafor@example.org",
      phone: null,
    };
    const { id: okaforId } = await addColleague({ person: okafor, role: "teacher", schoolId });
    await inviteColleague(okaforId);
    const { id: advisoryId } = await formAdvisory({ schoolYearId, name: "Advisory 214", room: "214" });
    await leadAdvisory(advisoryId, {
      personId: okaforId,
      part: "adviser",
      fromOn: "2026-08-24",
      untilOn: null,
    });
    expect(await stepsDone()).toEqual([
      ...["facts 1/1 done", "year 1/1 done", "staff 1/1 done", "advisories 1/1 done", "students 0/0"],
      ...["guardians 0/0", "numbers 0/0", "season 0/1", "conferences 0/0"],
    ]);

    const { id: itzelId } = await enrolStudent({
      ...{
        schoolId,
        givenName: "Itzel",
        familyName: "Navarro Duarte",
        language: "es",
        studentNumber: "204117",
      },
      ...{ grade: 10, cohortYear: 2029, bornOn: "2010-03-14" },
      signIn: { username: "Itzel.N", password: "tide pool stars" },
    });
    await moveStudent(itzelId, { advisoryId, fromOn: "2026-11-12" });
    await addGuardian(itzelId, {
      person: {
        givenName: "Rosa",
        familyName: "Duarte",
        language: "es",
        email: "rosa@example.org",
        phone: null,
      },
      ...{ relationship: "mother", householdName: "Duarte household", livesWith: true, courtDocument: null },
      ...{ mayInspectRecords: true, mayAttend: true, mayBeContacted: true },
    });
    const file = await readStudentFile(itzelId);
    expect(file).toMatchObject({ advisoryName: "Advisory 214", username: "itzel.n" });
    expect(file.guardians).toMatchObject([{ givenName: "Rosa", householdName: "Duarte household" }]);
    expect(file.onlookers.map(({ name, because }) => `${name}: ${because}`)).toEqual([
      "Daniel Okafor: adviser",
      "Ngozi Eze: school-administrator",
    ]);
    expect((await readGroup(advisoryId)).students).toMatchObject([{ name: "Itzel Navarro Duarte" }]);
  });
  expect((await stepsDone()).slice(4)).toEqual([
    ...["students 1/1 done", "guardians 1/1 done", "numbers 0/1", "season 0/1", "conferences 0/0"],
  ]);
});

test("the colleague's letter waits in the outbox, and the student signs in with what she was given", async () => {
  const { staff } = await lectern.as(msEze, listStaff);
  expect(staff.map(({ givenName, invitedAt }) => [givenName, invitedAt !== null])).toEqual([
    ["Ngozi", false],
    ["Daniel", true],
  ]);
  await lectern.as(null, () => signInByPassword({ schoolId, name: "itzel.n", password: "tide pool stars" }));
});

test("a student's number belongs to one student, and what was typed is refused with a sentence", async () => {
  const twin = {
    ...{ schoolId, givenName: "Izel", familyName: "Navarro", language: "es", studentNumber: "204117" },
    ...{ grade: 10, cohortYear: 2029, bornOn: "2010-03-14" },
  };
  await lectern.as(msEze, async () => {
    await expect(enrolStudent(twin)).rejects.toMatchObject({ status: 409, code: "number-taken" });
    await expect(
      enrolStudent({ ...twin, studentNumber: "204118", bornOn: "2031-01-01" }),
    ).rejects.toMatchObject({
      ...{ status: 400, code: "birth-day", field: "bornOn" },
    });
    expect((await listRoll({ search: "izel" })).total).toBe(0);
  });
});

test("who set the school up is told by her session that she administers it", async () => {
  const { actor } = await lectern.as(msEze, readSession);
  expect(actor).toMatchObject({ kind: "administrator", may: { keepPeople: true } });
});

test("the only administrator cannot take her own last role away", async () => {
  const { staff } = await lectern.as(msEze, listStaff);
  const roles = staff.find((one) => one.id === msEze.personId)?.roles ?? [];
  expect(roles).toHaveLength(2);
  const [last, first] = roles; // the district's comes first in the list
  const end = (roleId: string) =>
    endRole(msEze.personId, roleId, { field: "untilOn", base: null, value: "2026-11-12" });
  await lectern.as(msEze, async () => {
    await end(first?.id ?? "");
    await expect(end(last?.id ?? "")).rejects.toMatchObject({ code: "last-administrator" });
  });
});
