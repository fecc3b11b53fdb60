import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent, readsRecordOf } from "#server/access/audiences.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isAttendingGuardian,
  isInspectingGuardian,
  isSchoolAdministratorOf,
  isSelf,
  never,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

const student = sql.ref("conferenceRecord.studentId");

/** While it is written: the student and her adviser. Sealed: its readers. Withdrawn: the school's administrator only. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(
    allOf(
      sql`conference_record.state in ('draft', 'read-back')`,
      anyOf(isSelf(actor, student), guidesStudent(actor, student), isSchoolAdministratorOf(actor, student)),
    ),
    allOf(
      sql`conference_record.state in ('sealed', 'amended')`,
      anyOf(readsRecordOf(actor, student), wasSealedBy(actor)),
    ),
    allOf(sql`conference_record.state = 'withdrawn'`, isSchoolAdministratorOf(actor, student)),
  );

/** Core and annexes are written by whoever runs the meeting; single fields also by the student (the use case knows which). */
export const writableBy = (actor: Actor): Rule => anyOf(isSelf(actor, student), isAdviserOf(actor, student));

/** The seal is the adviser's, a co-adviser's, or a substitute's within her period. */
export const sealableBy = (actor: Actor): Rule => isAdviserOf(actor, student);

/** A guardian acknowledges from her own page once the record is sealed. */
export const acknowledgeableBy = (actor: Actor): Rule =>
  allOf(sql`conference_record.state in ('sealed', 'amended')`, isInspectingGuardian(actor, student));

/** In the room the adviser hands her screen over; afterwards a guardian signs from her own page. */
export const acknowledgingBy = (actor: Actor): Rule => anyOf(sealableBy(actor), acknowledgeableBy(actor));

/** The core for every reader; an annex for its own household and for staff, not for the student. `part` is 'core' or a household. */
export const partReadableBy = (actor: Actor, part: StudentRef): Rule =>
  anyOf(
    sql`${part} = 'core'`,
    guidesStudent(actor, student),
    isSchoolAdministratorOf(actor, student),
    wasSealedBy(actor),
    allOf(isInspectingGuardian(actor, student), isOwnHousehold(actor, student, part)),
  );

/** Last year's adviser keeps what she sealed. */
const wasSealedBy = (actor: Actor): Rule =>
  actor.isAdviser ? sql`conference_record.sealed_by = ${actor.personId}` : never;

/** A guardian who may inspect but not come reads neither time, place nor who else was there. */
export const readsWithoutPlace = (actor: Actor): Rule =>
  allOf(
    isInspectingGuardian(actor, student),
    sql`not ${anyOf(isAttendingGuardian(actor, student), isAdviserOf(actor, student), guidesStudent(actor, student), isSchoolAdministratorOf(actor, student))}`,
  );
