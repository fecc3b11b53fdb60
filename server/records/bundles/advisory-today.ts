import { sql } from "kysely";

/** The advisory of a conference's student (`c` around it) today, as `a`: a student who moved stands where she is now. */
export const advisoryToday = (
  today: string,
) => sql`left join lateral (select a.id, a.name from advisory_student m
    join advisory a on a.district_id = m.district_id and a.id = m.advisory_id
    where m.district_id = c.district_id and m.student_id = c.student_id
      and m.from_on <= ${today}::date and (m.until_on is null or m.until_on >= ${today}::date)
    order by a.name, a.id limit 1) a on true`;
