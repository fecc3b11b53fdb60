import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge, ofAgeOn } from "#server/access/of-age.ts";
import type { Db } from "#server/database/connect.ts";
import {
  conferenceReadableBy,
  isAttendingGuardian,
  isInspectingGuardian,
  promiseAnswerableBy,
  recordReadableBy,
} from "./review.access.ts";
import type { ComingConference, PastConference } from "./review.contract.ts";

export interface ChildRow {
  studentId: string;
  givenName: string;
  name: string;
  grade: number;
  schoolName: string;
  schoolPhone: string | null;
  mayInspect: boolean;
  mayAttend: boolean;
  isOfAge: boolean;
  coming: ComingConference | null;
  past: PastConference | null;
  mayAsk: boolean;
  rightsPassOn: string | null;
  askedOn: string | null;
}

const student = sql.ref("student.personId");

/** A guardian's children, with the conference ahead and the one behind as far as she may know of them. */
export async function listChildren(db: Db, actor: Actor): Promise<ChildRow[]> {
  const { rows } =
    await sql<ChildRow>`select student.person_id as student_id, person.given_name, person.given_name || ' ' || person.family_name as name,
      student.grade, school.name as school_name, school.phone as school_phone,
      ${isInspectingGuardian(actor, student)} as may_inspect, ${isAttendingGuardian(actor, student)} as may_attend,
      ${isOfAge("student", actor.today)} as is_of_age,
      (${isInspectingGuardian(actor, student)} or ${isAttendingGuardian(actor, student)}) as may_ask,
      (${rightsPassOn(actor)}) as rights_pass_on, (${askedOn(actor)}) as asked_on,
      (${comingConference(actor)}) as coming, (${pastConference(actor)}) as past
    from guardianship
    join student on student.district_id = guardianship.district_id and student.person_id = guardianship.student_id
    join person on person.district_id = student.district_id and person.id = student.person_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    where guardianship.district_id = ${actor.districtId} and guardianship.guardian_id = ${actor.personId} and student.left_on is null
      and (guardianship.until_on is null or guardianship.until_on >= ${actor.today}::date)
    order by student.grade desc, person.given_name`.execute(db);
  return rows;
}

/** Days before an eighteenth birthday on which a guardian is told of it. */
const noticeDays = 30;

/** Only who has something to lose is told, and nobody whose rights stay because dependency is recorded. */
const rightsPassOn = (
  actor: Actor,
) => sql`case when student.dependency_recorded_on is null and (guardianship.may_inspect_records or guardianship.may_attend)
    and not ${isOfAge("student", actor.today)}
    and ${ofAgeOn("student")} <= ${actor.today}::date + ${noticeDays}::int
  then ${ofAgeOn("student")} end`;

const askedOn = (
  actor: Actor,
) => sql`select (r.asked_at at time zone school.time_zone)::date from adult_consent_request r
  where r.district_id = ${actor.districtId} and r.student_id = student.person_id and r.person_id = ${actor.personId}`;

/** The practical questions count as one, the sixth. */
const questions = (
  actor: Actor,
) => sql`(select json_build_object('answered', count(*) filter (where question in ('celebrations', 'schoolSaid', 'help', 'discuss', 'home'))
      + (case when bool_or(question in ('who', 'way', 'language', 'access')) then 1 else 0 end),
    'isFinished', exists (select 1 from family_answers_finished f where f.district_id = ${actor.districtId}
      and f.season_id = conference.season_id and f.student_id = conference.student_id and f.household_id = guardianship.household_id))
  from family_answer where family_answer.district_id = ${actor.districtId} and family_answer.season_id = conference.season_id
    and family_answer.student_id = conference.student_id and family_answer.household_id = guardianship.household_id and family_answer.answer <> '')`;

const adviserName = sql`(select coalesce(a.salutation || ' ' || a.family_name, a.given_name || ' ' || a.family_name) from person a
  where a.district_id = conference.district_id and a.id = conference.adviser_id)`;

/** The next conference she may come to; never one of the other household, never for a restricted contact. */
const comingConference = (
  actor: Actor,
) => sql`select json_build_object('id', conference.id, 'startsAt', to_json(conference.starts_at), 'endsAt', to_json(conference.ends_at),
    'place', conference.place, 'link', conference.link, 'mode', conference.mode, 'zone', school.time_zone, 'adviserName', ${adviserName},
    'state', conference.state, 'questions', ${questions(actor)})
  from conference where conference.district_id = ${actor.districtId} and conference.student_id = student.person_id
    and conference.state in ('planned', 'live', 'paused') and ${conferenceReadableBy(actor)} order by conference.starts_at limit 1`;

/** The last conference held, if she may inspect; its day only, since the hour may be another household's. */
const pastConference = (actor: Actor) => sql`select json_build_object('id', conference.id,
    'heldOn', (coalesce(conference.started_at, conference.starts_at) at time zone school.time_zone)::date, 'adviserName', ${adviserName},
    'recordReady', conference_record.id is not null, 'acknowledged', exists (select 1 from acknowledgement ack
      where ack.district_id = conference_record.district_id and ack.record_id = conference_record.id
        and ack.person_id = ${actor.personId} and ack.voided_at is null),
    'came', ${came(actor)},
    'promisesToAnswer', ${unansweredPromises(actor)},
    'noteWritten', exists (select 1 from family_note n where n.district_id = conference.district_id and n.conference_id = conference.id
      and n.student_id = student.person_id and n.author_id = ${actor.personId}))
  from conference left join conference_record on conference_record.district_id = conference.district_id
    and conference_record.conference_id = conference.id and ${recordReadableBy(actor)}
  where conference.district_id = ${actor.districtId} and conference.student_id = student.person_id and conference.state = 'ended'
    and conference.outcome <> 'not-met' and ${isInspectingGuardian(actor, student)}
  order by conference.ended_at desc limit 1`;

const came = (
  actor: Actor,
) => sql`exists (select 1 from participant p where p.district_id = conference.district_id
    and p.conference_id = conference.id and p.person_id = ${actor.personId} and p.attendance in ('present', 'remote'))`;

const unansweredPromises = (actor: Actor) => sql`(select count(*) from promise
  join goal on goal.district_id = promise.district_id and goal.id = promise.goal_id
  where promise.district_id = ${actor.districtId} and goal.student_id = conference.student_id and goal.season_id = conference.season_id
    and promise.state = 'proposed' and promise.wording <> '' and ${promiseAnswerableBy(actor)})`;
