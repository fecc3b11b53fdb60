import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge } from "#server/access/of-age.ts";
import {
  allOf,
  isAnyGuardian,
  isSelf,
  isSelfOfAge,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

/** Her own page, also while she is not 18 yet: it says from when she decides. */
export const readsConsentsOf = (actor: Actor, student: StudentRef): Rule => isSelf(actor, student);

/** At 18 the rights are hers, so she alone decides who else has them (34 CFR 99.5). */
export const decidesConsentsOf = (actor: Actor, student: StudentRef): Rule => isSelfOfAge(actor, student);

/** A guardian whose rights passed may ask; one whom a document restricts may not. */
export const asksConsentOf = (actor: Actor, student: StudentRef): Rule =>
  allOf(
    isAnyGuardian(actor, student),
    sql`exists (select 1 from guardianship g join student s on s.district_id = g.district_id and s.person_id = g.student_id
      where g.district_id = ${actor.districtId} and g.guardian_id = ${actor.personId} and g.student_id = ${student}
        and (g.may_inspect_records or g.may_attend) and s.dependency_recorded_on is null
        and ${isOfAge("s", actor.today)})`,
  );
