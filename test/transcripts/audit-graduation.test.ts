import { expect, test } from "vitest";
import { auditGraduation } from "#server/transcripts/audit-graduation.ts";
import { pointsOf, reaches } from "#server/transcripts/grade-scale.ts";
import { readPlans } from "#server/transcripts/graduation-plan.ts";
import type { Course, GraduationAudit } from "#server/transcripts/transcript.contract.ts";
import { course } from "#test/support/numbers.ts";

const [diploma, university] = readPlans() as [
  typeof readPlans extends () => readonly (infer P)[] ? P : never,
  never,
];
const byDiploma = (courses: Course[], grade = 10) => auditGraduation(diploma, courses, grade);
const byUniversity = (courses: Course[], grade = 10) => auditGraduation(university, courses, grade);
const within = ({ subjects }: GraduationAudit, subject: string) => {
  const found = subjects.find((each) => each.subject === subject);
  return found && [found.earned, found.underWay, found.short, found.toTake];
};
const algebra = (term: "fall" | "spring", grade: string, more: Partial<Course> = {}) =>
  course({ course: "Algebra 1", subject: "math", term, attempted: 5, grade, ...more });

test("the plans ask for 220 credits, and for fifteen year-courses", () => {
  expect(byDiploma([]).required).toBe(220);
  expect(byUniversity([]).required).toBe(15);
});

test("a D earns diploma credit, but no place in A–G", () => {
  const courses = [algebra("fall", "C-"), algebra("spring", "D")];
  expect(within(byDiploma(courses), "math")).toEqual([10, 0, 0, 20]);
  expect(within(byUniversity(courses), "math")).toEqual([0.5, 0, 0.5, 2]);
  expect(byUniversity(courses).subjects.find(({ subject }) => subject === "math")?.shortCourses).toEqual([
    { course: "Algebra 1", schoolYear: "2025–26", term: "spring", grade: "D", amount: 0.5 },
  ]);
});

test("passing the spring half makes up nothing of its fall, the same course in summer does", () => {
  const fall = algebra("fall", "F", { state: "failed" });
  expect(within(byDiploma([fall, algebra("spring", "C")]), "math")).toEqual([5, 0, 5, 20]);
  const again = algebra("fall", "B", { term: "summer" });
  expect(within(byDiploma([fall, again]), "math")).toEqual([5, 0, 0, 25]);
  const now = algebra("fall", "", { schoolYear: "2026–27", state: "in-progress", grade: null, earned: 0 });
  expect(within(byDiploma([fall, now]), "math")).toEqual([0, 5, 0, 25]);
});

test("what a subject does not need any more counts as an elective, and only there", () => {
  const spanish = (year: string, state: Course["state"]) =>
    course({ course: `Spanish ${year}`, subject: "language", schoolYear: year, state });
  const audit = byDiploma([
    spanish("2024–25", "earned"),
    spanish("2025–26", "earned"),
    spanish("2026–27", "in-progress"),
  ]);
  expect(within(audit, "language")).toEqual([10, 0, 0, 0]);
  expect(within(audit, "elective")).toEqual([10, 10, 0, 40]);
  expect([audit.earned, audit.underWay]).toEqual([20, 10]);
});

test("a course withdrawn from, or off the list, leaves no mark on the university's audit", () => {
  const woodwork = course({ course: "Woodworking", subject: "elective", onCollegeList: false });
  const left = course({ course: "Physics", subject: "science", state: "withdrawn" });
  expect(within(byUniversity([woodwork, left]), "elective")).toEqual([0, 0, 0, 1]);
  expect(within(byUniversity([left]), "science")).toEqual([0, 0, 0, 2]);
  expect(within(byDiploma([woodwork]), "elective")).toEqual([10, 0, 0, 50]);
});

const years = (count: number, facts: Partial<Course> = {}) =>
  (["english", "math", "science", "history", "language", "arts"] as const)
    .slice(0, count)
    .map((subject) => course({ course: `${subject} 9`, subject, ...facts }));

test("where she stands follows pace, and what is short", () => {
  expect(byDiploma([], 9).standing).toBe("not-yet");
  expect(byDiploma(years(6), 9).standing).toBe("on-track");
  expect(byDiploma(years(5), 9)).toMatchObject({ standing: "watch", behind: 5 });
  expect(byDiploma(years(4), 9)).toMatchObject({ standing: "needs-plan", behind: 15 });
  // One semester F is still on track (Chicago); a whole year is not.
  const pe = (attempted: number) => course({ course: "PE", subject: "health", state: "failed", attempted });
  expect(byDiploma([...years(6), pe(5)], 9).standing).toBe("on-track");
  expect(byDiploma([...years(6), pe(10)], 9)).toMatchObject({ standing: "needs-plan", short: 10 });
});

test("a newcomer's courses from elsewhere count, and being behind is no verdict on her", () => {
  const elsewhere = { externalSchool: "Tripoli Evangelical School" };
  const audit = byDiploma(years(4, elsewhere), 10);
  expect(audit).toMatchObject({ earned: 40, standing: "watch" });
});

test("a seventh grader's year is held against the first pace there is, a thirteenth's against the last", () => {
  expect([byDiploma([], 7).expected, byDiploma([], 13).expected]).toEqual([55, 220]);
});

test("grades are read as letters or as percentages", () => {
  expect(["A", "B+", "C−", "D-", "F", "100", "72 %", "59.5", "P", "", null].map(pointsOf)).toEqual([
    4,
    3.3,
    1.7,
    0.7,
    0,
    4,
    1.7,
    0,
    null,
    null,
    null,
  ]);
  expect(["C-", "C−", "70", "D+", "69", "Pass"].map((grade) => reaches(grade, "C-"))).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
});
