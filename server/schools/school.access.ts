import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { anyOf, holdsRoleAt, type Rule, type StudentRef } from "#server/access/relations.ts";

/** The schools somebody belongs to: as a student, by employment, by an advisory, or by a child she answers for. */
export const belongsTo = (actor: Actor): Rule =>
  anyOf(
    sql`exists (select 1 from student st where st.district_id = school.district_id and st.school_id = school.id
      and (st.person_id = ${actor.personId}
        or exists (select 1 from guardianship g where g.district_id = st.district_id and g.student_id = st.person_id
          and g.guardian_id = ${actor.personId} and (g.until_on is null or g.until_on >= ${actor.today}::date))
        or exists (select 1 from mentorship m where m.district_id = st.district_id and m.student_id = st.person_id
          and m.mentor_id = ${actor.personId} and m.state = 'approved')))`,
    sql`exists (select 1 from staff_role r where r.district_id = school.district_id and r.person_id = ${actor.personId}
      and (r.school_id is null or r.school_id = school.id)
      and r.from_on <= ${actor.today}::date and (r.until_on is null or r.until_on >= ${actor.today}::date))`,
    sql`exists (select 1 from advisory_adviser aa join advisory a on a.district_id = aa.district_id and a.id = aa.advisory_id
      where aa.district_id = school.district_id and aa.person_id = ${actor.personId} and a.school_id = school.id
      and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date))`,
  );

/** The office and the administrators of a school (a column) keep its people. */
export const keepsSchool = (actor: Actor, school: StudentRef): Rule =>
  holdsRoleAt(actor, school, "office", "school-administrator");

/** Its administrators, and the district's, keep its facts, years and staff. */
export const administersSchool = (actor: Actor, school: StudentRef): Rule =>
  anyOf(
    holdsRoleAt(actor, school, "school-administrator"),
    holdsRoleAt(actor, school, "district-administrator"),
  );
