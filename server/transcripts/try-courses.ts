import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { Invalid } from "#server/http/problems.ts";
import { auditGraduation } from "./audit-graduation.ts";
import { readPlans } from "./graduation-plan.ts";
import { firstGrade } from "./read-transcript.ts";
import { readStanding, unsafeListCourses } from "./transcript.queries.ts";
import type { Course, CourseResult, Tried, WhatIf } from "./transcript.contract.ts";

/** After every year that is written down, so that a course taken again counts as the later try. */
const someDay = "9999–00";

/** Where a student would stand if she left some courses and took others: the same audit, and nothing is kept. */
export async function tryCourses(db: Db, actor: Actor, studentId: string, whatIf: WhatIf): Promise<Tried> {
  const { grade, diploma } = await readStanding(db, actor, studentId);
  const courses = supposed(await unsafeListCourses(db, actor, studentId), whatIf);
  if (grade < firstGrade) return { audits: [] };
  return { audits: readPlans(diploma).map((plan) => auditGraduation(plan, courses, grade)) };
}

function supposed(courses: readonly CourseResult[], { left, planned }: WhatIf): Course[] {
  const underWay = new Set(courses.filter(({ state }) => state === "in-progress").map(({ id }) => id));
  if (left.some((id) => !underWay.has(id)))
    throw new Invalid("left", "Only a course that is under way can be left.", "not-under-way");
  return [...courses.filter(({ id }) => !left.includes(id)), ...planned.map(asCourse)];
}

const asCourse = ({ course, subject, credits, onCollegeList }: WhatIf["planned"][number]): Course => ({
  ...{ course, subject, schoolYear: someDay, term: "year", attempted: credits, earned: 0, grade: null },
  ...{ state: "in-progress", onCollegeList, externalSchool: null },
});
