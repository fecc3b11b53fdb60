import type { Actor } from "./actor.ts";
import {
  anyOf,
  isAdviserOf,
  isCaseManagerOf,
  isCounsellorOf,
  isDistrictAdministratorWithReason,
  isInspectingGuardian,
  isOfficeOf,
  isSchoolAdministratorOf,
  isSelf,
  type Rule,
  type StudentRef,
} from "./relations.ts";

// The columns of the table "who sees what": each names the people whose reading depends on the student alone.
// Mentors and last year's advisers see single things, so their rules stand with those things.

/** Grades, transcript and results. */
export const readsNumbersOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(
    isSelf(actor, student),
    isInspectingGuardian(actor, student),
    isAdviserOf(actor, student),
    isCaseManagerOf(actor, student),
    isCounsellorOf(actor, student),
    isSchoolAdministratorOf(actor, student),
    isDistrictAdministratorWithReason(actor, student),
  );

/** What was presented. */
export const readsShownOf = readsNumbersOf;

/** The conference record's core; annexes have their own rule. */
export const readsRecordOf = readsNumbersOf;

/** Those who work with the student on her drafts: herself; staff only once a piece is shared. */
export const guidesStudent = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isAdviserOf(actor, student), isCaseManagerOf(actor, student), isCounsellorOf(actor, student));

/** Times, places and participants of a student's conferences as the school keeps them. */
export const arrangesFor = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isAdviserOf(actor, student), isOfficeOf(actor, student), isSchoolAdministratorOf(actor, student));
