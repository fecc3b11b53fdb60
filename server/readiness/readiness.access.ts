import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import {
  anyOf,
  isOfficeOf,
  isSchoolAdministratorOf,
  isSelf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

/** How ready she is concerns the student and those who guide her; families see what she shows them. */
export const seesReadinessOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSelf(actor, student), guidesStudent(actor, student));

/** On the season's list: those who guide her, and whoever keeps the school's books, who see counts and nothing of what is counted. */
export const listsReadinessOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(guidesStudent(actor, student), isOfficeOf(actor, student), isSchoolAdministratorOf(actor, student));
