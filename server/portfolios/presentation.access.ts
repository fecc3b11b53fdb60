import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent, readsNumbersOf, readsShownOf } from "#server/access/audiences.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import { rightsStay } from "#server/access/of-age.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isApprovedMentorOf,
  isDistrictAdministratorWithReason,
  isInspectingGuardian,
  isSchoolAdministratorOf,
  isSelf,
  never,
  type Rule,
} from "#server/access/relations.ts";

const student = sql.ref("presentation.studentId");

/** Those who run it see it from its start, its readers from its end; an undone one nobody. That one is withdrawn, those learn who must know. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(
    allOf(sql`presentation.state = 'open'`, anyOf(isSelf(actor, student), isAdviserOf(actor, student))),
    allOf(
      sql`presentation.state = 'ended'`,
      anyOf(readsShownOf(actor, student), wasLedBy(actor), wasGivenTo(actor)),
    ),
    allOf(sql`presentation.state = 'withdrawn'`, knowsOfWithdrawalBy(actor)),
  );

/** Whoever runs it starts, adds to, ends and takes back; what is possible when is the use cases' question. */
export const runnableBy = (actor: Actor): Rule => anyOf(isSelf(actor, student), isAdviserOf(actor, student));

/** Whoever runs it, or answers for the school, hides what should not have been shown, and shows it again. */
export const withdrawableBy = (actor: Actor): Rule =>
  anyOf(isAdviserOf(actor, student), isSchoolAdministratorOf(actor, student));

/** Whoever reads what was shown finds the list of its parts. */
export const listsShownBy = (actor: Actor): Rule =>
  anyOf(
    readsShownOf(actor, sql.ref("conference.studentId")),
    actor.isAdviser ? sql`conference.adviser_id = ${actor.personId}` : never,
  );

/** What was hidden, by whom and why concerns the student, those who run it and the school's administrators. */
export const knowsOfWithdrawalBy = (actor: Actor): Rule =>
  anyOf(isSelf(actor, student), withdrawableBy(actor));

/** One item of a presentation the actor may read. Joins presentation_item with presentation. */
export const itemReadableBy = (actor: Actor): Rule =>
  allOf(
    readableBy(actor),
    anyOf(
      sql`presentation_item.withdrawn_at is null and presentation.state <> 'withdrawn'`,
      isSchoolAdministratorOf(actor, student),
    ),
    isNotAnotherHomes(actor),
    anyOf(readsNumbersOf(actor, student), wasLedBy(actor), itemWasGivenTo(actor)),
  );

/** What one home promised is frozen as its own, and the other home never sees it. */
function isNotAnotherHomes(actor: Actor): Rule {
  const home = sql`(presentation_item.snapshot ->> 'householdId')`;
  return anyOf(
    sql`${home} is null`,
    isSelf(actor, student),
    guidesStudent(actor, student),
    isSchoolAdministratorOf(actor, student),
    isDistrictAdministratorWithReason(actor, student),
    wasLedBy(actor),
    allOf(isInspectingGuardian(actor, student), isOwnHousehold(actor, student, home)),
  );
}

/** Last year's adviser keeps what was presented to her. */
const wasLedBy = (actor: Actor): Rule =>
  !actor.isAdviser
    ? never
    : sql`exists (select 1 from conference led where led.district_id = ${actor.districtId}
        and led.id = presentation.conference_id and led.adviser_id = ${actor.personId})`;

/** A mentor reads the chosen items until they expire, and while the mentorship lasts. */
const itemWasGivenTo = (actor: Actor): Rule =>
  allOf(
    itemIsForMentor(actor),
    sql`exists (select 1 from mentor_item mi where mi.district_id = ${actor.districtId} and mi.presentation_item_id = presentation_item.id
      and mi.mentor_id = ${actor.personId} and mi.expires_at > ${actor.now})`,
  );

/** What a mentor may see at all, once it is chosen for her: a minor one work alone, numbers only with consent. */
export const itemIsForMentor = (actor: Actor): Rule =>
  allOf(
    isApprovedMentorOf(actor, student),
    sql`(presentation_item.kind = 'work' and presentation_item.audience = 'all' or not exists (select 1 from mentorship mm where mm.district_id = ${actor.districtId}
      and mm.mentor_id = ${actor.personId} and mm.student_id = presentation.student_id and mm.is_minor))`,
    anyOf(sql`presentation_item.audience = 'all'`, mentorReadsNumbers(actor)),
  );

const wasGivenTo = (actor: Actor): Rule =>
  allOf(
    isApprovedMentorOf(actor, student),
    sql`exists (select 1 from mentor_item mi join presentation_item pi on pi.district_id = mi.district_id and pi.id = mi.presentation_item_id
      where mi.district_id = ${actor.districtId} and pi.presentation_id = presentation.id and mi.mentor_id = ${actor.personId} and mi.expires_at > ${actor.now})`,
  );

/** Numbers need a guardian's (or adult student's) consent, and an adult mentor. */
const mentorReadsNumbers = (actor: Actor): Rule =>
  sql`exists (select 1 from mentorship mn where mn.district_id = ${actor.districtId} and mn.mentor_id = ${actor.personId}
    and mn.student_id = presentation.student_id and mn.numbers_consent_at is not null and not mn.is_minor)`;

/**
 * Somebody expected in the room who may not see grades and results: a guardian without the right to inspect,
 * a mentor or guest without a guardian's (or adult student's) consent. Asked of a participant with its conference.
 */
export const isBarredFromNumbers = (actor: Actor): Rule =>
  sql`(participant.attendance is distinct from 'absent' and case participant.part
    when 'guardian' then not exists (select 1 from guardianship g
      join student s on s.district_id = g.district_id and s.person_id = g.student_id
      where g.district_id = participant.district_id and g.guardian_id = participant.person_id
        and g.student_id = conference.student_id and g.may_inspect_records and g.from_on <= ${actor.today}::date
        and (g.until_on is null or g.until_on >= ${actor.today}::date)
        and ${rightsStay({ student: "s", guardianship: "g", today: actor.today, to: "inspect" })})
    when 'mentor' then not ${hasConsentForNumbers(actor)}
    when 'guest' then not ${hasConsentForNumbers(actor)}
    else false end)`;

const hasConsentForNumbers = (actor: Actor): Rule =>
  sql`exists (select 1 from mentorship m where m.district_id = participant.district_id and m.mentor_id = participant.person_id
    and m.student_id = conference.student_id and m.state = 'approved' and not m.is_minor and m.numbers_consent_at is not null
    and (m.expires_at is null or m.expires_at > ${actor.now}))`;

/** The rule on the presentation, asked of a thing that was shown in it. */
export const itemWithdrawableBy = (actor: Actor): Rule =>
  sql`exists (select 1 from presentation where presentation.district_id = presentation_item.district_id
    and presentation.id = presentation_item.presentation_id and ${withdrawableBy(actor)})`;

/** Whose presentation a thing was shown in. */
export const studentOfShownItem: Rule = sql`(select presentation.student_id from presentation
  where presentation.district_id = presentation_item.district_id and presentation.id = presentation_item.presentation_id)`;
