import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import { allOf, never, type Rule } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { NotFound } from "#server/http/problems.ts";
import {
  administeredBy,
  arrangeableBy,
  attendedBy,
  bookedBy,
  followedBy,
  ownedBy,
  runnableBy,
  supportedBy,
} from "./conference.access.ts";
import { toldNow } from "./told.ts";
import type {
  Conference,
  ConferenceList,
  FamilyConference,
  GuestConference,
  OfficeConference,
  StaffConference,
  StudentConference,
} from "./conference.contract.ts";

const running = sql<boolean>`season.state <> 'closed'`;
const notCalledOff = sql<boolean>`conference.state <> 'cancelled'`;

/** Everything that is mine, by why it is mine; what staff see ends with the season. */
export async function listConferences(db: Db, actor: Actor): Promise<ConferenceList> {
  const [own, family, led, school, invited] = await Promise.all([
    select<StudentConference>(db, actor, studentView, ownedBy(actor)),
    select<FamilyConference>(db, actor, familyView(actor), attendedBy(actor)),
    select<StaffConference>(db, actor, staffView(actor), allOf(followedBy(actor), running)),
    select<OfficeConference>(db, actor, officeView, allOf(administeredBy(actor), running)),
    select<GuestConference>(db, actor, guestView, allOf(bookedBy(actor), notCalledOff)),
  ]);
  return { own, family, led, school, invited };
}

/** One conference as this person may see it: as the student before as staff, as staff before as family. */
export async function readConference(db: Db, actor: Actor, conferenceId: string): Promise<Conference> {
  const this_ = (rule: Rule): Rule => allOf(rule, sql<boolean>`conference.id = ${conferenceId}`);
  const [own] = await select<StudentConference>(db, actor, studentView, this_(ownedBy(actor)));
  if (own) return own;
  const [led] = await select<StaffConference>(db, actor, staffView(actor), this_(supportedBy(actor)));
  if (led) return led;
  const [family] = await select<FamilyConference>(db, actor, familyView(actor), this_(attendedBy(actor)));
  if (family) return family;
  const [booked] = await select<GuestConference>(
    db,
    actor,
    guestView,
    this_(allOf(bookedBy(actor), notCalledOff)),
  );
  if (booked) return booked;
  throw new NotFound("conference");
}

/** Runs one view; instants become text here, because a reply of several shapes is recognised by its text. */
async function select<T>(db: Db, actor: Actor, view: RawBuilder<unknown>, rule: Rule): Promise<T[]> {
  if (rule === never) return [];
  const { rows } = await sql<Record<string, unknown>>`select ${view} from conference
    join season on season.district_id = conference.district_id and season.id = conference.season_id
    join school on school.district_id = season.district_id and school.id = season.school_id
    join person student on student.district_id = conference.district_id and student.id = conference.student_id
    join person adviser on adviser.district_id = conference.district_id and adviser.id = conference.adviser_id
    where conference.district_id = ${actor.districtId} and ${rule}
    order by conference.starts_at, conference.id`.execute(db);
  return rows.map(withTextInstants) as T[];
}

const withTextInstants = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  );

const when = sql`conference.id, conference.starts_at, conference.ends_at, school.time_zone as zone`;
const where = sql`conference.mode, conference.place, conference.link, conference.language`;
const course = sql`conference.state, conference.outcome`;
const adviserName = sql`adviser.given_name || ' ' || adviser.family_name as adviser_name`;
const studentName = sql`student.given_name || ' ' || student.family_name`;
const season = sql`json_build_object('id', season.id, 'name', season.name) as season`;
const student = sql`json_build_object('id', student.id, 'name', ${studentName}, 'givenName', student.given_name,
  'ownScriptName', student.own_script_name) as student`;
const recordState = sql`(select r.state from conference_record r where r.district_id = conference.district_id
  and r.conference_id = conference.id) as record_state,
  (select r.id from conference_record r where r.district_id = conference.district_id
  and r.conference_id = conference.id) as record_id`;

const people = (
  visible: RawBuilder<unknown>,
) => sql`coalesce((select json_agg(json_build_object('personId', p.person_id,
    'name', guest.given_name || ' ' || guest.family_name, 'ownScriptName', guest.own_script_name, 'part', p.part,
    'relationship', p.relationship, 'expected', p.expected, 'attendance', p.attendance, 'language', p.language,
    'householdId', p.household_id)
    order by array_position(array['guardian', 'guest', 'mentor', 'staff', 'interpreter'], p.part), guest.given_name, p.person_id)
  from participant p join person guest on guest.district_id = p.district_id and guest.id = p.person_id
  where p.district_id = conference.district_id and p.conference_id = conference.id and ${visible}), '[]') as participants`;

const attempts = sql`coalesce((select json_agg(json_build_object('id', a.id, 'madeAt', ${jsonInstant("a.madeAt")},
    'madeBy', maker.given_name || ' ' || maker.family_name, 'way', a.way, 'result', a.result) order by a.made_at, a.id)
  from contact_attempt a join person maker on maker.district_id = a.district_id and maker.id = a.made_by
  where a.district_id = conference.district_id and a.conference_id = conference.id), '[]') as contact_attempts`;

const household = (key: RawBuilder<unknown>) => sql`(select h.name from household h
  where h.district_id = conference.district_id and h.id = nullif(${key}, 'joint')::uuid)`;

const followUps = sql`conference.continues_id as follows, (select f.id from conference f where f.district_id = conference.district_id
    and f.continues_id = conference.id) as followed_by,
  conference.state = 'cancelled' or coalesce(conference.outcome in ('stopped', 'not-met'), false) as may_be_followed`;

const others = sql`coalesce((select json_agg(json_build_object('id', o.id, 'startsAt', ${jsonInstant("o.startsAt")},
    'state', o.state, 'household', ${household(sql.ref("o.householdKey"))}) order by o.starts_at, o.id)
  from conference o where o.district_id = conference.district_id and o.student_id = conference.student_id
    and o.season_id = conference.season_id and o.id <> conference.id and o.state <> 'cancelled'), '[]') as others`;

const notes = sql`(select count(*) from family_note n where n.district_id = conference.district_id
  and n.conference_id = conference.id)::int as notes`;

const studentView = sql`'student' as audience, ${when}, ${where}, ${course}, ${season}, ${adviserName},
  ${people(sql`true`)}, ${recordState}, ${notes}`;

const familyView = (
  actor: Actor,
) => sql`'family' as audience, ${when}, ${where}, ${course}, ${season}, ${student},
  ${adviserName}, ${people(isOwnHousehold(actor, sql.ref("conference.studentId"), sql.ref("p.householdId")))}`;

const staffView = (
  actor: Actor,
) => sql`'staff' as audience, ${when}, ${where}, ${course}, conference.not_met_because,
  conference.started_at, conference.ended_at, ${season}, ${student}, ${adviserName}, conference.household_key,
  ${household(sql.ref("conference.householdKey"))} as household, conference.told in ('', ${toldNow}) as is_told, ${followUps}, ${others},
  ${people(sql`true`)}, ${attempts}, ${recordState}, ${arrangeableBy(actor)} as may_arrange, ${runnableBy(actor)} as may_run`;

const officeView = sql`'office' as audience, ${when}, ${course}, ${studentName} as student_name, ${adviserName}`;

const guestView = sql`'guest' as audience, ${when}, ${where}, ${studentName} as student_name`;
