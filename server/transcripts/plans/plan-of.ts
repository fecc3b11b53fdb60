import { sql, type RawBuilder } from "kysely";

/** The diploma a student's school chose for her class, null for the usual one; `student` is in the query. */
export const diplomaOfStudent: RawBuilder<string | null> =
  sql`(select sp.plan from school_plan sp where sp.district_id = student.district_id and sp.school_id = student.school_id
    and sp.from_cohort_year <= student.cohort_year order by sp.from_cohort_year desc limit 1)`;
