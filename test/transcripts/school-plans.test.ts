import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addCourse } from "#test/support/numbers.ts";
import { addAdvisory, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { addSchool } from "#test/support/school.ts";
import { listStaffChanges } from "#web/audit/audit.api.ts";
import { listAdvisories } from "#web/people/people.api.ts";
import { choosePlan, readSchoolPlans, readTranscript } from "#web/transcripts/transcript.api.ts";

const lectern = useLectern();

async function aSchoolWithPlans() {
  const story = await aStudentWithAdviser(lectern.db);
  const msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  const { schoolId } = story.school;
  const choose = (fromCohortYear: number, base: string | null, value: string | null) =>
    lectern.as(msEze, () => choosePlan(schoolId, { fromCohortYear, base, value }));
  const planOf = async (student: Person) => {
    const { audits } = await lectern.as(story.mrOkafor, () => readTranscript(student.personId));
    return audits.map(({ plan, required }) => `${plan}: ${required}`);
  };
  return { ...story, msEze, schoolId, choose, planOf };
}

test("a school that chose nothing counts by 220 credits; what it chooses counts at once, class by class", async () => {
  const { school, itzel, mrOkafor, msEze, schoolId, choose, planOf } = await aSchoolWithPlans();
  const older = await addStudent(school, "Theo Baptiste-Laurent", { grade: 12 }); // class of 2027
  await addAdvisory(school, mrOkafor, [older]);
  expect(await planOf(itzel)).toEqual(["diploma-220: 220", "a-g: 15"]);

  await choose(2029, null, "diploma-240");
  expect(await planOf(itzel)).toEqual(["diploma-240: 240", "a-g: 15"]);
  expect(await planOf(older)).toEqual(["diploma-220: 220", "a-g: 15"]);

  await choose(1990, null, "diploma-130");
  expect(await planOf(older)).toEqual(["diploma-130: 130", "a-g: 15"]);
  await choose(2029, "diploma-240", null);
  expect(await planOf(itzel)).toEqual(["diploma-130: 130", "a-g: 15"]);
  expect(await lectern.as(msEze, () => readSchoolPlans(schoolId))).toMatchObject({
    usual: "diploma-220",
    diplomas: [{ credits: 130 }, { credits: 220 }, { credits: 240 }],
    chosen: [{ fromCohortYear: 1990, plan: "diploma-130" }],
  });
  const { changes } = await lectern.as(msEze, () => listStaffChanges());
  expect(changes[0]).toMatchObject({
    ...{ by: "Ngozi Eze", subject: "Calder Bay School", field: "graduation-plan" },
    ...{ old: { cohortYear: 2029, plan: "diploma-240" }, new: { cohortYear: 2029, plan: null } },
  });
});

test("the advisory's flags are counted by the school's plan too", async () => {
  const { itzel, mrOkafor, choose } = await aSchoolWithPlans();
  for (const [at, subject] of (
    ["english", "math", "science", "history", "arts", "health"] as const
  ).entries())
    await addCourse(lectern.db, itzel, { course: `Course ${at}`, subject, schoolYear: "2025–26" });
  const flagOf = async () => {
    const { advisories } = await lectern.as(mrOkafor, listAdvisories);
    return advisories.flatMap(({ students }) => students).find(({ id }) => id === itzel.personId)?.flag;
  };
  expect(await flagOf()).toEqual({ plan: "diploma-220", standing: "needs-plan" });
  await choose(1990, null, "diploma-130"); // sixty are less than 65 by June, and no year-course less
  expect(await flagOf()).toMatchObject({ plan: "a-g" });
});

test("a plan nobody ships, a plan somebody else changed, and another school's plan are refused", async () => {
  const { school, msEze, choose } = await aSchoolWithPlans();
  await expect(choose(2029, null, "diploma-999")).rejects.toMatchObject({
    status: 400,
    code: "no-such-plan",
  });
  await expect(choose(2029, null, "a-g")).rejects.toMatchObject({ code: "no-such-plan" });
  await choose(2029, null, "diploma-240");
  await expect(choose(2029, null, "diploma-130")).rejects.toMatchObject({
    ...{ status: 409, code: "stale", current: "diploma-240" },
  });
  const elsewhere = await addSchool(lectern.db, school.districtId, { name: "Harbor Street School" });
  await expect(
    lectern.as(msEze, () =>
      choosePlan(elsewhere.schoolId, { fromCohortYear: 2029, base: null, value: "diploma-240" }),
    ),
  ).rejects.toMatchObject({ status: 404 });
});
