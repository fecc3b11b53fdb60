import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isAttendingGuardian,
  isInspectingGuardian,
  isSchoolAdministratorOf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

const student = sql.ref("familyMessage.studentId");

/** A guardian who may inspect or may come asks the adviser; a restricted contact does not, nor one whose rights passed. */
export const asksAdviserOf = (actor: Actor, whose: StudentRef): Rule =>
  anyOf(isInspectingGuardian(actor, whose), isAttendingGuardian(actor, whose));

/** Adviser, co-adviser or substitute answers. */
export const answersFamiliesOf = (actor: Actor, whose: StudentRef): Rule => isAdviserOf(actor, whose);

/** Those who have a line to read: families their own, the adviser and the school's administrator all. */
export const correspondsAbout = (actor: Actor, whose: StudentRef): Rule =>
  anyOf(asksAdviserOf(actor, whose), answersFamiliesOf(actor, whose), isSchoolAdministratorOf(actor, whose));

/** A household reads its own line, never another's; the student reads none. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(
    answersFamiliesOf(actor, student),
    isSchoolAdministratorOf(actor, student),
    allOf(
      asksAdviserOf(actor, student),
      isOwnHousehold(actor, student, sql.ref("familyMessage.householdId")),
    ),
  );
