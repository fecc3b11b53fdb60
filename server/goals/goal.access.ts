import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent, readsRecordOf } from "#server/access/audiences.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isInspectingGuardian,
  isSelf,
  type Rule,
} from "#server/access/relations.ts";

const student = sql.ref("goal.studentId");

/** A draft is between the student and those who guide her; what was agreed belongs to the record's readers too. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(
    isSelf(actor, student),
    guidesStudent(actor, student),
    allOf(sql`goal.state <> 'draft'`, readsRecordOf(actor, student)),
  );

/** The student words her goals; in the room her adviser types for her. */
export const revisableBy = (actor: Actor): Rule => anyOf(isSelf(actor, student), isAdviserOf(actor, student));

/** Home's promises are read by the student, by staff who read her goals, and by the household that made them. Joins promise with goal. */
export const promiseReadableBy = (actor: Actor): Rule =>
  anyOf(
    isSelf(actor, student),
    sql`promise.side <> 'family'`,
    guidesStudent(actor, student),
    allOf(
      isInspectingGuardian(actor, student),
      isOwnHousehold(actor, student, sql.ref("promise.householdId")),
    ),
  );

/** Only home accepts or declines what home would do. Joins promise with goal. */
export const promiseAnswerableBy = (actor: Actor): Rule =>
  allOf(
    sql`promise.side = 'family'`,
    sql`goal.state <> 'draft'`,
    isInspectingGuardian(actor, student),
    isOwnHousehold(actor, student, sql.ref("promise.householdId")),
  );
