import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addCourse } from "#test/support/numbers.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { readTranscript, tryCourses, type WhatIf } from "#web/transcripts/transcript.api.ts";

const lectern = useLectern();

/** Itzel failed the second half of Algebra 1 last year and takes Geometry and English 10 now. */
async function aTenthGrader() {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel } = story;
  const algebra = { course: "Algebra 1", subject: "math", attempted: 5 } as const;
  await addCourse(lectern.db, itzel, { ...algebra, term: "fall", grade: "C" });
  await addCourse(lectern.db, itzel, { ...algebra, term: "spring", state: "failed" });
  const now = { schoolYear: "2026–27", state: "in-progress" } as const;
  const geometry = await addCourse(lectern.db, itzel, { ...now, course: "Geometry", subject: "math" });
  await addCourse(lectern.db, itzel, { ...now, course: "English 10" });
  const tryOut = (reader: Person, whatIf: Partial<WhatIf>) =>
    lectern.as(reader, () => tryCourses(itzel.personId, { left: [], planned: [], ...whatIf }));
  const mathOf = async (whatIf: Partial<WhatIf>) => {
    const { audits } = await tryOut(itzel, whatIf);
    const math = audits[0]?.subjects.find(({ subject }) => subject === "math");
    return math && [math.earned, math.underWay, math.short, math.toTake];
  };
  return { ...story, geometry, tryOut, mathOf };
}

const algebraAgain = { course: "algebra 1", subject: "math", credits: 5, onCollegeList: true } as const;

test("a student tries courses out: one left, one taken again, two more years", async () => {
  const { geometry, mathOf } = await aTenthGrader();
  expect(await mathOf({})).toEqual([5, 10, 5, 10]);
  expect(await mathOf({ left: [geometry] })).toEqual([5, 0, 5, 20]);
  expect(await mathOf({ planned: [algebraAgain] })).toEqual([5, 15, 0, 10]);
  const year = (course: string) => ({ ...algebraAgain, course, credits: 10 });
  expect(await mathOf({ planned: [algebraAgain, year("Algebra 2")] })).toEqual([5, 25, 0, 0]);
});

test("her adviser sees the same, and nothing of it is kept", async () => {
  const { itzel, mrOkafor, geometry, tryOut } = await aTenthGrader();
  const before = await lectern.as(itzel, () => readTranscript(itzel.personId));
  const whatIf = { left: [geometry], planned: [algebraAgain] };
  expect(await tryOut(mrOkafor, whatIf)).toEqual(await tryOut(itzel, whatIf));
  expect(await lectern.as(itzel, () => readTranscript(itzel.personId))).toEqual(before);
  expect((await tryOut(itzel, {})).audits).toEqual(before.audits);
});

test("a course that is over, or somebody else's, cannot be left; who may not read her numbers tries nothing", async () => {
  const { school, itzel, kofi, tryOut } = await aTenthGrader();
  const { courses } = await lectern.as(itzel, () => readTranscript(itzel.personId));
  const over = courses.filter(({ state }) => state !== "in-progress").map(({ id }) => id);
  const theirs = await addCourse(lectern.db, kofi, { state: "in-progress", schoolYear: "2026–27" });
  for (const id of [...over, theirs])
    await expect(tryOut(itzel, { left: [id] })).rejects.toMatchObject({
      ...{ status: 400, code: "not-under-way", field: "left" },
    });
  const stranger = await addStaff(school, "Pilar Castellano");
  await expect(tryOut(stranger, {})).rejects.toMatchObject({ status: 404 });
});
