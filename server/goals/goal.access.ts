import { sql } from "kysely";
import { isStaff, type Actor } from "#server/access/actor.ts";
import { guidesStudent, readsRecordOf } from "#server/access/audiences.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isInspectingGuardian,
  isSelf,
  never,
  type Rule,
  type StudentRef,
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
export const writesGoalsOf = (actor: Actor, whose: StudentRef): Rule =>
  anyOf(isSelf(actor, whose), isAdviserOf(actor, whose));

/** A goal is reworded by who writes the student's goals; whether it is still open is the use case's question. */
export const revisableBy = (actor: Actor): Rule => writesGoalsOf(actor, student);

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

/** Only home accepts or declines what home would do, and only the school what the school would. Joins promise with goal. */
export const promiseAnswerableBy = (actor: Actor): Rule =>
  anyOf(
    allOf(sql`promise.side = 'family'`, sql`goal.state <> 'draft'`, isOfThatHome(actor)),
    allOf(sql`promise.side = 'school'`, isAdviserOf(actor, student)),
  );

/** Each side tells how it went with its own promise. Joins promise with goal. */
export const promiseReportableBy = (actor: Actor): Rule =>
  allOf(
    sql`goal.state <> 'draft'`,
    anyOf(
      allOf(sql`promise.side = 'student'`, isSelf(actor, student)),
      allOf(sql`promise.side = 'family'`, isOfThatHome(actor)),
      schoolPromiseRunBy(actor),
      ownsPromise(actor),
    ),
  );

/** The school's promises are run by the student's adviser: she says who keeps them. Joins promise with goal. */
export const schoolPromiseRunBy = (actor: Actor): Rule =>
  allOf(sql`promise.side = 'school'`, isAdviserOf(actor, student));

/** A colleague who was named keeps the promise, and tells how it went; she reads no more of the student for it. */
export const ownsPromise = (actor: Actor): Rule =>
  isStaff(actor) ? sql`(promise.side = 'school' and promise.owner_id = ${actor.personId})` : never;

const isOfThatHome = (actor: Actor): Rule =>
  allOf(isInspectingGuardian(actor, student), isOwnHousehold(actor, student, sql.ref("promise.householdId")));

/** A rule on a promise and its goal, asked of the promise alone. */
export const withItsGoal = (rule: Rule): Rule =>
  sql`exists (select 1 from goal where goal.district_id = promise.district_id and goal.id = promise.goal_id and ${rule})`;

/** Whose promise it is about, asked of the promise alone. */
export const studentOfPromise: Rule = sql`(select goal.student_id from goal
  where goal.district_id = promise.district_id and goal.id = promise.goal_id)`;
