import { uuidv7 } from "uuidv7";
import { pointsOf } from "#server/transcripts/grade-scale.ts";
import type { CastMember } from "./cast-member.ts";
import { cast, type CastKey } from "./cast.ts";
import type { CourseTold, GradeTold } from "./story.ts";
import { numbers, usualNumbers } from "./students/numbers.ts";
import type { Telling } from "./telling.ts";

/** Keeps everybody's courses and how those of this year go, as the school's records had them two mornings ago. */
export async function keepNumbers(telling: Telling): Promise<void> {
  const { tx } = telling;
  const students = (Object.entries(cast) as [CastKey, CastMember][]).filter(([, { as }]) => as === "student");
  for (const [which, [key, { grade = 10 }]] of students.entries()) {
    const { courses, grades } = numbers[key] ?? usualNumbers(grade, which);
    const rows = courses.map((course) => courseRow(telling, key, course));
    if (rows.length > 0) await tx.insertInto("courseResult").values(rows).execute();
    const goes = grades.map((grade) => gradeRow(telling, key, grade));
    if (goes.length > 0) await tx.insertInto("currentGrade").values(goes).execute();
  }
}

function courseRow(telling: Telling, key: CastKey, course: CourseTold) {
  const { term = "year", yearsAgo = 0, grade = null } = course;
  const attempted = term === "year" ? 10 : 5;
  const state = yearsAgo === 0 ? "in-progress" : pointsOf(grade) === 0 ? "failed" : "earned";
  return {
    districtId: telling.districtId,
    id: uuidv7(),
    studentId: telling.of(key).personId,
    course: course.course,
    subject: course.subject,
    schoolYear: schoolYear(telling, yearsAgo),
    term,
    attempted,
    earned: state === "earned" ? attempted : 0,
    grade,
    state,
    onCollegeList: course.college ?? course.subject !== "health",
    externalSchool: course.from ?? null,
  };
}

const gradeRow = (telling: Telling, key: CastKey, grade: GradeTold) => ({
  districtId: telling.districtId,
  id: uuidv7(),
  studentId: telling.of(key).personId,
  schoolYear: schoolYear(telling, 0),
  asOf: telling.calendar.at(telling.calendar.day(-2), "06:00"),
  ...grade,
});

/** The name of the school year so many years before this one. */
function schoolYear({ calendar }: Telling, yearsAgo: number): string {
  const first = Number(calendar.year.name.slice(0, 4)) - yearsAgo;
  return `${first}–${String(first + 1).slice(2)}`;
}
