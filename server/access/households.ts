import { sql } from "kysely";
import type { Actor } from "./actor.ts";
import { never, type Rule, type StudentRef } from "./relations.ts";

/** The household (a column) is one the guardian shares with this student; a household of null is everybody's. */
export const isOwnHousehold = (actor: Actor, student: StudentRef, household: StudentRef): Rule =>
  !actor.isGuardian
    ? never
    : sql`(${household} is null or exists (select 1 from guardianship g where g.district_id = ${actor.districtId}
        and g.guardian_id = ${actor.personId} and g.student_id = ${student} and g.household_id::text = ${household}::text
        and (g.until_on is null or g.until_on >= ${actor.today}::date)))`;
