import { sql, type SqlBool } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import {
  allOf,
  anyOf,
  holdsRoleAt,
  isEmployed,
  never,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

/** The office and the administrators of a student's school write contacts and custody. */
export const keepsContactsOf = (actor: Actor, student: StudentRef): Rule =>
  keeps(
    actor,
    sql`(select st.school_id from student st where st.district_id = ${actor.districtId} and st.person_id = ${student})`,
  );

/** Whoever keeps them reads them; a district administrator only reads. */
export const readsContactsOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(keepsContactsOf(actor, student), sql<SqlBool>`${hasRole(actor, "district-administrator")}`);

const keeps = (actor: Actor, school: StudentRef): Rule =>
  holdsRoleAt(actor, school, "office", "school-administrator");

/** A guardian of a child at one's school; a colleague who is also a mother is kept with the staff. */
export const guardianKeptBy = (actor: Actor): Rule =>
  allOf(
    sql<SqlBool>`exists (select 1 from guardianship gs join student st on st.district_id = gs.district_id and st.person_id = gs.student_id
      where gs.district_id = ${actor.districtId} and gs.guardian_id = person.id
        and (gs.until_on is null or gs.until_on >= ${actor.today}::date)
        and ${keeps(actor, sql.ref("st.schoolId"))})`,
    sql<SqlBool>`not ${isEmployed(actor, sql.ref("person.id"))}`,
  );

/** A colleague all of whose roles are at schools one administers; the district's administrators keep everybody's. */
export const colleagueKeptBy = (actor: Actor): Rule =>
  anyOf(
    allOf(
      sql<SqlBool>`${hasRole(actor, "district-administrator")}`,
      sql<SqlBool>`exists (select 1 from staff_role e where e.district_id = ${actor.districtId} and e.person_id = person.id)`,
    ),
    !hasRole(actor, "school-administrator")
      ? never
      : sql<SqlBool>`(exists (select 1 from staff_role e where e.district_id = ${actor.districtId} and e.person_id = person.id
          and ${holdsRoleAt(actor, sql.ref("e.schoolId"), "school-administrator")})
        and not exists (select 1 from staff_role e where e.district_id = ${actor.districtId} and e.person_id = person.id
          and (e.until_on is null or e.until_on >= ${actor.today}::date)
          and (e.school_id is null or not ${holdsRoleAt(actor, sql.ref("e.schoolId"), "school-administrator")})))`,
  );

/** A colleague at one's school, or anywhere in the district one administers. */
export const colleagueSeenBy = (actor: Actor): Rule =>
  sql<SqlBool>`exists (select 1 from staff_role e where e.district_id = ${actor.districtId} and e.person_id = person.id
    and (${hasRole(actor, "district-administrator")} or e.school_id is null
      or ${keeps(actor, sql.ref("e.schoolId"))}))`;
