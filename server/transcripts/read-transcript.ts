import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { auditGraduation } from "./audit-graduation.ts";
import { pointsOf } from "./grade-scale.ts";
import { readPlans } from "./graduation-plan.ts";
import type { Course, Transcript } from "./transcript.contract.ts";
import {
  readStanding,
  unsafeListCourses,
  unsafeListGrades,
  unsafeStanding,
  type Standing,
} from "./transcript.queries.ts";

/** Credits are counted from the ninth grade on. */
export const firstGrade = 9;

/** Grades, courses and audits of a student whose numbers this person may read. */
export const readTranscript = async (db: Db, actor: Actor, studentId: string): Promise<Transcript> =>
  await gather(db, actor, studentId, await readStanding(db, actor, studentId));

/** The same for a caller that has answered who may read it, such as the record. */
export const unsafeReadTranscript = async (db: Db, actor: Actor, studentId: string): Promise<Transcript> =>
  await gather(db, actor, studentId, await unsafeStanding(db, actor, studentId));

async function gather(
  db: Db,
  actor: Actor,
  studentId: string,
  { grade, diploma }: Standing,
): Promise<Transcript> {
  const courses = await unsafeListCourses(db, actor, studentId);
  const audits =
    grade < firstGrade ? [] : readPlans(diploma).map((plan) => auditGraduation(plan, courses, grade));
  const grades = await unsafeListGrades(db, actor, studentId);
  return { grade, grades, courses, audits, gradePoints: averageOf(courses) };
}

/** Grade points of finished courses, weighed by their credits; rounded to two places. */
function averageOf(courses: readonly Course[]): number | null {
  const graded = courses.flatMap(({ state, grade, attempted }) => {
    const points = state === "earned" || state === "failed" ? pointsOf(grade) : null;
    return points === null ? [] : [{ points: Math.min(4, points), attempted }];
  });
  const credits = graded.reduce((total, { attempted }) => total + attempted, 0);
  if (credits === 0) return null;
  const points = graded.reduce((total, each) => total + each.points * each.attempted, 0);
  return Math.round((100 * points) / credits) / 100;
}
