import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isAttendingGuardian,
  isOfficeOf,
  isSchoolAdministratorOf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";
import { attendedBy } from "#server/conferences/conference.access.ts";

/** Whoever may come is asked; of a conference held apart, that household alone. */
export const answerableBy = (actor: Actor): Rule => attendedBy(actor);

/** Those who prepare and hold the conference read what families answered; the student never does. */
export const readsAnswersOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(guidesStudent(actor, student), isSchoolAdministratorOf(actor, student));

/** The school brings interpreters and ground-floor rooms: its office reads those two wishes, and nothing else of the answers. */
export const readsWishesOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isOfficeOf(actor, student), isSchoolAdministratorOf(actor, student));

/** An answer is its own household's and the staff's who prepare. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(
    readsAnswersOf(actor, sql.ref("familyAnswer.studentId")),
    allOf(
      isAttendingGuardian(actor, sql.ref("familyAnswer.studentId")),
      isOwnHousehold(actor, sql.ref("familyAnswer.studentId"), sql.ref("familyAnswer.householdId")),
    ),
  );
