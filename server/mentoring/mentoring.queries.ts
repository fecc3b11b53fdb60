import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { isApprovedMentorOf, itemReadableBy, recordReadableBy } from "./mentoring.access.ts";
import type { Mentee } from "./mentoring.contract.ts";

/** Everybody this person mentors today, with what is open to her. */
export async function listMentees(db: Db, actor: Actor): Promise<Mentee[]> {
  const { rows } =
    await sql<Mentee>`select mentorship.student_id, person.given_name || ' ' || person.family_name as name,
      person.given_name, school.name as school_name, coalesce(mentorship.line, '') as line, mentorship.is_minor,
      (mentorship.expires_at at time zone school.time_zone)::date as until_on,
      mentorship.numbers_consent_at is not null and not mentorship.is_minor as numbers,
      (${shown(actor)}) as shown, (${records(actor)}) as records
    from mentorship join student on student.district_id = mentorship.district_id and student.person_id = mentorship.student_id
    join person on person.district_id = student.district_id and person.id = student.person_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    where mentorship.district_id = ${actor.districtId} and mentorship.mentor_id = ${actor.personId}
      and ${isApprovedMentorOf(actor, sql.ref("mentorship.studentId"))}
    order by person.given_name, person.family_name, person.id`.execute(db);
  return rows;
}

const shown = (
  actor: Actor,
) => sql`select coalesce(json_agg(json_build_object('presentationId', one.id, 'shownOn', one.shown_on,
    'season', one.season, 'items', one.items) order by one.shown_on desc, one.id), '[]')
  from (select presentation.id, (presentation.started_at at time zone school.time_zone)::date as shown_on, season.name as season, count(*)::int as items
    from presentation join presentation_item on presentation_item.district_id = presentation.district_id and presentation_item.presentation_id = presentation.id
    join conference c on c.district_id = presentation.district_id and c.id = presentation.conference_id
    join season on season.district_id = c.district_id and season.id = c.season_id
    where presentation.district_id = mentorship.district_id and presentation.student_id = mentorship.student_id
      and exists (select 1 from mentor_item mi where mi.district_id = presentation_item.district_id
        and mi.presentation_item_id = presentation_item.id and mi.mentor_id = mentorship.mentor_id)
      and ${itemReadableBy(actor)}
    group by presentation.id, presentation.started_at, season.name) one`;

const records = (
  actor: Actor,
) => sql`select coalesce(json_agg(json_build_object('recordId', conference_record.id,
    'number', conference_record.number, 'heldOn', (coalesce(c.started_at, c.starts_at) at time zone school.time_zone)::date)
    order by c.starts_at desc), '[]')
  from conference_record join conference c on c.district_id = conference_record.district_id and c.id = conference_record.conference_id
  where conference_record.district_id = mentorship.district_id and conference_record.student_id = mentorship.student_id
    and conference_record.state in ('sealed', 'amended') and ${recordReadableBy(actor)}`;
