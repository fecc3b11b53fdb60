import type { Actor } from "#server/access/actor.ts";
import {
  anyOf,
  isCounsellorOf,
  isSchoolAdministratorOf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

/** The counsellor on whose caseload she is, and the administrators of her school, write her numbers down. */
export const writesNumbersOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isCounsellorOf(actor, student), isSchoolAdministratorOf(actor, student));
