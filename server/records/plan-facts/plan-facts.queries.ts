import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { advisoryTakesPart } from "#server/seasons/taking-part.ts";
import { readableBy } from "../record.access.ts";
import { factsToldTo } from "./plan-facts.access.ts";

/** What is told of one conference, or of a student who has none yet. Days are days by the school's clock. */
export interface PlanFacts {
  readonly studentId: string;
  readonly school: string;
  readonly studentNumber: string;
  readonly grade: number;
  readonly cohortYear: number;
  readonly advisory: string | null;
  readonly conferenceOn: string | null;
  readonly isApart: boolean;
  readonly state: string | null;
  readonly outcome: string | null;
  readonly notMetBecause: string | null;
  readonly guardianCame: boolean | null;
  readonly whoCame: string | null;
  readonly attempts: number | null;
  readonly mode: string | null;
  readonly language: string | null;
  readonly interpreterCame: boolean | null;
  readonly sealedOn: string | null;
  readonly number: string | null;
  readonly version: number | null;
  readonly toldOn: string | null;
  readonly toldIn: string | null;
  readonly receivedOn: string | null;
  readonly copiesIn: string | null;
  readonly interventions: number | null;
  readonly interventionKinds: string | null;
  readonly noneBecause: string | null;
  readonly goals: number | null;
  readonly nextCheckInOn: string | null;
}

/**
 * A season's conferences and the students who have none yet, by advisory and student number: those this person may be
 * told of. One statement: for 1,000 students a scan of the school's students with a score of index look-ups each.
 */
export async function listPlanFacts(
  db: Db,
  actor: Actor,
  seasonId: string,
): Promise<{ season: string; facts: PlanFacts[] }> {
  const { name } = await db
    .selectFrom("season")
    .select("name")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", seasonId)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<PlanFacts>`select st.person_id as student_id, school.code as school,
      st.student_number, st.grade, st.cohort_year, advisory.name as advisory,
      ${onDay("coalesce(c.started_at, c.starts_at)")} as conference_on, coalesce(c.household_key, 'joint') <> 'joint' as is_apart,
      c.state, c.outcome, c.not_met_because, c.mode, c.language, people.*,
      ${onDay("conference_record.sealed_at")} as sealed_on, conference_record.number, plan.*, given.*
    from season
    join school on school.district_id = season.district_id and school.id = season.school_id
    join student st on st.district_id = season.district_id and st.school_id = season.school_id
    cross join lateral (select least(${actor.today}::date, season.ends_on) as day) until
    left join lateral (${advisoryUntil}) advisory on true
    left join conference c on c.district_id = st.district_id and c.student_id = st.person_id
      and c.season_id = season.id and c.state <> 'cancelled'
    left join conference_record on conference_record.district_id = c.district_id and conference_record.conference_id = c.id
      and conference_record.state in ('sealed', 'amended') and ${readableBy(actor)}
    left join lateral (${peopleWhoCame}) people on c.id is not null
    left join lateral (${planOfRecord}) plan on conference_record.id is not null and c.outcome in ('held', 'held-without-family')
    left join lateral (${givenToFamily}) given on conference_record.id is not null
    where season.district_id = ${actor.districtId} and season.id = ${seasonId}
      and (c.id is not null or ((st.left_on is null or st.left_on >= until.day) and ${isExpected(actor)}))
      and ${factsToldTo(actor, sql.ref("st.personId"))}
    order by advisory.name nulls last, st.student_number, st.person_id, c.starts_at, c.id`.execute(db);
  return { season: name, facts: rows };
}

const onDay = (instant: string) => sql`(${sql.raw(instant)} at time zone school.time_zone)::date`;

/** Takes part; of a season that is over, whoever was in an advisory then, so that those who came later are not asked for. */
const isExpected = (actor: Actor) =>
  sql`(${advisoryTakesPart(sql.ref("season.id"), sql.ref("advisory.id"), sql.ref("season.districtId"))}
    and (advisory.id is not null or season.ends_on >= ${actor.today}::date))`;

/** The advisory she is in, or was in when the season ended. */
const advisoryUntil = sql`select a.id, a.name from advisory_student m
  join advisory a on a.district_id = m.district_id and a.id = m.advisory_id
  where m.district_id = st.district_id and m.student_id = st.person_id and a.school_id = season.school_id
    and m.from_on <= until.day and (m.until_on is null or m.until_on >= until.day)
  order by m.from_on desc, a.id limit 1`;

/** Who was there, counted by what she is to the student: nobody's name. Before it has ended, nothing. */
const peopleWhoCame = sql`select
    case when c.state = 'ended' then coalesce(sum(p.came) filter (where p.part = 'guardian'), 0) > 0 end as guardian_came,
    case when c.state = 'ended' then coalesce(sum(p.came) filter (where p.part = 'interpreter'), 0) > 0 end as interpreter_came,
    case when c.state = 'ended' then string_agg(p.kin || ': ' || p.came, '; ' order by p.kin)
      filter (where p.part in ('guardian', 'guest', 'mentor')) end as who_came,
    (select count(*)::integer from contact_attempt t where t.district_id = c.district_id and t.conference_id = c.id) as attempts
  from (select p.part, coalesce(nullif(p.relationship, ''), p.part) as kin, count(*)::integer as came from participant p
    where p.district_id = c.district_id and p.conference_id = c.id and p.attendance in ('present', 'remote') group by 1, 2) p`;

/** What was agreed, where something was and its record is finished: later steps of a support plan change neither how many there are nor what for. */
const planOfRecord = sql`select
    support.interventions, support.intervention_kinds,
    (select string_agg(concat_ws(': ', nullif(f.value->>'need', ''), f.value->>'noneBecause'), '; ' order by f.field) from record_field f
      where f.district_id = c.district_id and f.record_id = conference_record.id and f.part = 'core'
        and f.field like 'needs.%' and btrim(f.value->>'noneBecause') <> '') as none_because,
    (select count(*)::integer from goal g where g.district_id = c.district_id and g.student_id = c.student_id
      and g.season_id = c.season_id and g.state <> 'draft') as goals,
    (select f.value #>> '{}' from record_field f where f.district_id = c.district_id and f.record_id = conference_record.id
      and f.part = 'core' and f.field = 'nextCheckIn') as next_check_in_on
  from (select count(*)::integer as interventions, string_agg(distinct i.need, '; ' order by i.need) as intervention_kinds
    from intervention i where i.district_id = c.district_id and i.conference_id = c.id and btrim(i.action) <> '') support`;

/** The newest version, the letter that it is ready, the family's own word that it has a copy, and the languages copies were drawn in. */
const givenToFamily = sql`select
    (select max(v.version) from record_version v
      where v.district_id = c.district_id and v.record_id = conference_record.id) as version,
    letter.told_on, letter.told_in,
    (select ${onDay("min(k.given_at)")} from acknowledgement k where k.district_id = c.district_id
      and k.record_id = conference_record.id and k.received_copy and k.household_id is not null and k.voided_at is null) as received_on,
    (select string_agg(distinct y.language, '; ' order by y.language) from record_copy y where y.district_id = c.district_id
      and y.record_id = conference_record.id and y.part ~ '^core') as copies_in
  from (select ${onDay("min(m.sent_at)")} as told_on, string_agg(distinct m.language, '; ' order by m.language) as told_in
    from guardianship g join outgoing_message m on m.district_id = g.district_id and m.person_id = g.guardian_id
      and m.occasion = 'record-ready ' || conference_record.id || ' 1'
    where g.district_id = c.district_id and g.student_id = c.student_id and m.sent_at is not null) letter`;
