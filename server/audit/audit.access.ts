import { sql, type SqlBool } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import {
  anyOf,
  isDistrictAdministratorWithReason,
  isSchoolAdministratorOf,
  never,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";
import { colleagueKeptBy } from "#server/people/person.access.ts";
import { administersSchool } from "#server/schools/school.access.ts";

/** Who may see what was changed about a student, and who looked. */
export const auditsStudent = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSchoolAdministratorOf(actor, student), isDistrictAdministratorWithReason(actor, student));

/**
 * Of what belongs to no student (rows of `change_audit`): who keeps the staff sees what was changed about them, who
 * administers a school what was changed about it; interpreters are the whole district's.
 */
export const auditsStaff = (actor: Actor): Rule =>
  !hasRole(actor, "school-administrator", "district-administrator")
    ? never
    : sql<SqlBool>`(change_audit.kind = 'interpreter'
        or exists (select 1 from person where person.district_id = ${actor.districtId} and person.id = change_audit.subject_id
          and ${colleagueKeptBy(actor)})
        or exists (select 1 from school where school.district_id = ${actor.districtId} and school.id = change_audit.subject_id
          and ${administersSchool(actor, sql.ref("school.id"))}))`;
