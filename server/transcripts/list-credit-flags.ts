import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { auditGraduation } from "./audit-graduation.ts";
import { readPlans } from "./graduation-plan.ts";
import { diplomaOfStudent } from "./plans/plan-of.ts";
import { firstGrade } from "./read-transcript.ts";
import { readableBy } from "./transcript.access.ts";
import type { Course, CreditFlag } from "./transcript.contract.ts";

interface Row {
  studentId: string;
  grade: number;
  diploma: string | null;
  courses: Course[];
}

/**
 * Of each student whose numbers this person may read, the gravest thing there is to plan for; whoever is on track is left out.
 * One statement for all of them: the students by their key, the courses of each by the index of `course_taken_once`.
 */
export async function listCreditFlags(
  db: Db,
  actor: Actor,
  studentIds: readonly string[],
): Promise<Map<string, CreditFlag>> {
  const { rows } =
    await sql<Row>`select student.person_id as student_id, student.grade, ${diplomaOfStudent} as diploma,
      json_agg(json_build_object('course', c.course, 'subject', c.subject, 'schoolYear', c.school_year, 'term', c.term,
        'attempted', c.attempted, 'earned', c.earned, 'grade', c.grade, 'state', c.state,
        'onCollegeList', c.on_college_list, 'externalSchool', c.external_school)) as courses
    from student
    join course_result c on c.district_id = student.district_id and c.student_id = student.person_id
    where student.district_id = ${actor.districtId} and student.person_id = any(${[...studentIds]}::uuid[])
      and student.grade >= ${firstGrade} and ${readableBy(actor)}
    group by student.district_id, student.person_id`.execute(db);
  return new Map(
    rows.flatMap(({ studentId, courses, ...standing }) => {
      const flag = flagOf(courses, standing);
      return flag ? [[studentId, flag] as const] : [];
    }),
  );
}

/** What needs a plan before what is to be watched; of two alike, the diploma. */
function flagOf(
  courses: readonly Course[],
  { grade, diploma }: Pick<Row, "grade" | "diploma">,
): CreditFlag | undefined {
  const audits = readPlans(diploma).map((plan) => auditGraduation(plan, courses, grade));
  for (const standing of ["needs-plan", "watch"] as const) {
    const found = audits.find((audit) => audit.standing === standing);
    if (found) return { plan: found.plan, standing };
  }
  return undefined;
}
