import type { Actor } from "#server/access/actor.ts";
import {
  anyOf,
  isDistrictAdministratorWithReason,
  isSchoolAdministratorOf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

/** Who may see what was changed about a student, and who looked. */
export const auditsStudent = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSchoolAdministratorOf(actor, student), isDistrictAdministratorWithReason(actor, student));
