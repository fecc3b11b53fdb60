import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent, readsRecordOf } from "#server/access/audiences.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isApprovedMentorOf,
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
      anyOf(readsRecordOf(actor, student), wasSealedBy(actor), wasGivenCopy(actor)),
    ),
    allOf(sql`conference_record.state = 'withdrawn'`, isSchoolAdministratorOf(actor, student)),
  );

/** Core and annexes are written by whoever runs the meeting; single fields also by the student (the use case knows which). */
export const writableBy = (actor: Actor): Rule => anyOf(isSelf(actor, student), isAdviserOf(actor, student));

/** The seal is the adviser's, a co-adviser's, or a substitute's within her period. */
export const sealableBy = (actor: Actor): Rule => isAdviserOf(actor, student);

/** What is finished is corrected or withdrawn by the school's administrators. */
export const correctableBy = (actor: Actor): Rule =>
  allOf(sql`conference_record.state in ('sealed', 'amended')`, isSchoolAdministratorOf(actor, student));

/** Only what was withdrawn before is erased: nobody destroys in one step what families still read. */
export const erasableBy = (actor: Actor): Rule =>
  allOf(sql`conference_record.state = 'withdrawn'`, isSchoolAdministratorOf(actor, student));

/** That a record was erased, when and why is the administrators' to know. */
export const tombstoneReadableBy = (actor: Actor): Rule =>
  allOf(sql`conference_record.state = 'erased'`, isSchoolAdministratorOf(actor, student));

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

/** A mentor who had a seat at the conference has a copy with consent; a minor one never. */
const wasGivenCopy = (actor: Actor): Rule =>
  allOf(
    isApprovedMentorOf(actor, student),
    sql`exists (select 1 from mentorship mc join participant pc on pc.district_id = mc.district_id and pc.person_id = mc.mentor_id
      where mc.district_id = ${actor.districtId} and mc.mentor_id = ${actor.personId} and mc.student_id = conference_record.student_id
        and mc.record_consent_at is not null and not mc.is_minor
        and pc.conference_id = conference_record.conference_id and pc.part = 'mentor')`,
  );

/** 'all' for those the record is theirs or their work; a mentor's copy is 'without-numbers' unless numbers are consented to. */
export const copyFor = (actor: Actor): Rule =>
  sql`(case when ${anyOf(readsRecordOf(actor, student), wasSealedBy(actor))} then 'all'
    when exists (select 1 from mentorship mn where mn.district_id = ${actor.districtId} and mn.mentor_id = ${actor.personId}
      and mn.student_id = conference_record.student_id and mn.numbers_consent_at is not null and not mn.is_minor) then 'with-numbers'
    when conference_record.state in ('draft', 'read-back') then 'all' else 'without-numbers' end)`;
