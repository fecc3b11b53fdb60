import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { arrangesFor } from "#server/access/audiences.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isAttendingGuardian,
  isCaseManagerOf,
  isCounsellorOf,
  isDistrictAdministratorWithReason,
  isInspectingGuardian,
  isOfficeOf,
  isSchoolAdministratorOf,
  isSelf,
  never,
  type Rule,
} from "#server/access/relations.ts";

const student = sql.ref("conference.studentId");
const household = sql`nullif(conference.household_key, 'joint')`;

/** Time, place and who comes: never for a restricted contact, nor for the other household of a conference held apart. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(ownedBy(actor), supportedBy(actor), attendedBy(actor), bookedBy(actor));

/** The student it is about. */
export const ownedBy = (actor: Actor): Rule => isSelf(actor, student);

/** Staff who arrange it, support the student or led it. */
export const supportedBy = (actor: Actor): Rule =>
  anyOf(arrangesFor(actor, student), followedBy(actor), isDistrictAdministratorWithReason(actor, student));

/** Staff who are close to the student, or led the meeting: whose list it stands on. */
export const followedBy = (actor: Actor): Rule =>
  anyOf(
    isAdviserOf(actor, student),
    isCaseManagerOf(actor, student),
    isCounsellorOf(actor, student),
    ledBy(actor),
  );

/** The office and the school's administrators, for every student of the school. */
export const administeredBy = (actor: Actor): Rule =>
  anyOf(isOfficeOf(actor, student), isSchoolAdministratorOf(actor, student));

/** Guardians who may come, of everybody's conference or of their own household's. */
export const attendedBy = (actor: Actor): Rule =>
  allOf(isAttendingGuardian(actor, student), isOwnHousehold(actor, student, household));

/** Whoever arranges the student's conferences. */
export const arrangeableBy = (actor: Actor): Rule => arrangesFor(actor, student);

/** Adviser, co-adviser or substitute: who runs the meeting and seals its record. */
export const runnableBy = (actor: Actor): Rule => isAdviserOf(actor, student);

/** The student starts her own presentation; so may whoever runs the meeting. */
export const presentableBy = (actor: Actor): Rule =>
  anyOf(isSelf(actor, student), isAdviserOf(actor, student));

/** The family that may inspect: what was shown, the record and the goals, afterwards. */
export const reviewableBy = (actor: Actor): Rule => isInspectingGuardian(actor, student);

/** Last year's adviser keeps what she led. */
export const ledBy = (actor: Actor): Rule =>
  actor.isAdviser ? sql`conference.adviser_id = ${actor.personId}` : never;

/** A mentor or interpreter who is booked for it. */
export const bookedBy = (actor: Actor): Rule =>
  !(actor.isInterpreter || actor.isMentor)
    ? never
    : sql`exists (select 1 from participant p where p.district_id = ${actor.districtId} and p.conference_id = conference.id
        and p.person_id = ${actor.personId} and p.part in ('interpreter', 'mentor')
        and (p.part = 'interpreter' or exists (select 1 from mentorship m where m.district_id = p.district_id and m.mentor_id = p.person_id
          and m.student_id = conference.student_id and m.state = 'approved' and (m.expires_at is null or m.expires_at > ${actor.now}))))`;
