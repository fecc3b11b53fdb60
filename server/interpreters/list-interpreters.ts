import { sql } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import { arrangesFor } from "#server/access/audiences.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { interpreterKeptBy, languagesKeptBy } from "./interpreter.access.ts";
import type { Interpreter, InterpreterList } from "./interpreter.contract.ts";

/** Everybody who interprets for the district by family name, those who are not asked any more last. */
export async function listInterpreters(db: Db, actor: Actor): Promise<InterpreterList> {
  const { rows } =
    await sql<Interpreter>`select person.id, person.given_name, person.family_name, person.own_script_name,
      person.language, person.email, person.phone, brings.languages, coalesce(booked.list, '[]') as bookings,
      (select ${jsonInstant("o.createdAt")} from outgoing_message o where o.district_id = person.district_id and o.person_id = person.id
        and o.template = 'interpreter-invitation' order by o.id desc limit 1) as invited_at,
      exists (select 1 from session se where se.account_id = person.account_id) as has_signed_in,
      ${languagesKeptBy(actor)} as may_edit_languages, ${interpreterKeptBy(actor)} as may_edit
    from (select distinct i.person_id from interpreter i where i.district_id = ${actor.districtId}) known
    join person on person.district_id = ${actor.districtId} and person.id = known.person_id
    cross join lateral (select array(select i.language from interpreter i where i.district_id = person.district_id
      and i.person_id = person.id and (i.until_on is null or i.until_on >= ${actor.today}::date) order by i.language) as languages) brings
    left join lateral (${bookings(actor)}) booked on true
    order by cardinality(brings.languages) = 0, person.family_name, person.given_name, person.id limit 2000`.execute(
      db,
    );
  return { interpreters: rows, mayAdd: hasRole(actor, "office", "school-administrator") };
}

/** What is to come; whose conference it is only those learn who arrange it. */
const bookings = (actor: Actor) => {
  const { districtId, now } = actor;
  const mine = arrangesFor(actor, sql.ref("conference.studentId"));
  return sql`select json_agg(json_build_object('startsAt', ${jsonInstant("conference.startsAt")}, 'endsAt', ${jsonInstant("conference.endsAt")},
      'zone', school.time_zone, 'language', p.language, 'schoolName', school.name,
      'conferenceId', case when ${mine} then conference.id end,
      'studentName', case when ${mine} then concat_ws(' ', child.given_name, nullif(child.family_name, '')) end,
      'place', case when ${mine} then conference.place end) order by conference.starts_at, conference.id) as list
    from participant p
    join conference on conference.district_id = p.district_id and conference.id = p.conference_id
      and conference.state in ('planned', 'live', 'paused') and conference.ends_at > ${now}
    join season on season.district_id = conference.district_id and season.id = conference.season_id
    join school on school.district_id = season.district_id and school.id = season.school_id
    join person child on child.district_id = conference.district_id and child.id = conference.student_id
    where p.district_id = ${districtId} and p.person_id = person.id and p.part = 'interpreter'`;
};
