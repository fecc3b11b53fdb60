import { sql } from "kysely";
import { hasRole, isStaff, type Actor } from "#server/access/actor.ts";
import { anyOf, never, type Rule, type StudentRef } from "#server/access/relations.ts";

const school = sql.ref("season.schoolId");

/** Staff of the school: by employment, or by an advisory they lead there. */
export const readableBy = (actor: Actor): Rule =>
  !isStaff(actor)
    ? never
    : anyOf(
        sql`exists (select 1 from staff_role r where r.district_id = ${actor.districtId} and r.person_id = ${actor.personId}
          and (r.school_id is null or r.school_id = ${school})
          and r.from_on <= ${actor.today}::date and (r.until_on is null or r.until_on >= ${actor.today}::date))`,
        sql`exists (select 1 from advisory_adviser aa join advisory a on a.district_id = aa.district_id and a.id = aa.advisory_id
          where aa.district_id = ${actor.districtId} and aa.person_id = ${actor.personId} and a.school_id = ${school}
          and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date))`,
      );

/** Administrators of the school, or of its district. */
export const administeredBy = (actor: Actor): Rule => administersSchool(actor, school);

/** The same asked of a school (a column or value). */
export const administersSchool = (actor: Actor, schoolId: StudentRef): Rule =>
  !hasRole(actor, "school-administrator", "district-administrator")
    ? never
    : sql`exists (select 1 from staff_role r where r.district_id = ${actor.districtId} and r.person_id = ${actor.personId}
        and r.role in ('school-administrator', 'district-administrator') and (r.school_id is null or r.school_id = ${schoolId})
        and r.from_on <= ${actor.today}::date and (r.until_on is null or r.until_on >= ${actor.today}::date))`;
