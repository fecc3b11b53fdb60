import type { Actor } from "#server/access/actor.ts";
import {
  anyOf,
  isDistrictAdministratorWithReason,
  isSchoolAdministratorOf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

/** A line of the state's table: the administrators of the student's school, and of the district with a stated reason. */
export const factsToldTo = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSchoolAdministratorOf(actor, student), isDistrictAdministratorWithReason(actor, student));
