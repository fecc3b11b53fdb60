import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { readableBy } from "#server/conferences/conference.access.ts";
import type { PreparedConference } from "#server/conferences/arrange-conference.ts";
import type { Tx } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import type { Trouble } from "./schedule.contract.ts";

/** A row that could be prepared, by its number. */
export interface AskedRow extends PreparedConference {
  readonly row: number;
}

/** What stands in the way of the rows: other conferences, and the rows before them. */
export async function listTroubles(tx: Tx, actor: Actor, rows: readonly AskedRow[]): Promise<Trouble[]> {
  if (rows.length === 0) return [];
  const found = await sql<Trouble>`with asked as materialized (${askedFor(rows)})
    select distinct trouble.* from (${standing(actor)} union all ${amongThemselves(actor)}) trouble
    order by row, code, starts_at, who`.execute(tx);
  return found.rows;
}

const askedFor = (rows: readonly AskedRow[]) => sql`select * from jsonb_to_recordset(${JSON.stringify(
  rows.map(({ row, conference, seats }) => ({
    row,
    student_id: conference.studentId,
    adviser_id: conference.adviserId,
    season_id: conference.seasonId,
    household_key: conference.householdKey,
    starts_at: conference.startsAt,
    ends_at: conference.endsAt,
    place: conference.mode === "in-person" ? conference.place.trim().toLowerCase() : "",
    people: seats.map(({ personId }) => personId),
  })),
)}::jsonb) as asked(row int, student_id uuid, adviser_id uuid, season_id uuid, household_key text,
  starts_at timestamptz, ends_at timestamptz, place text, people uuid[])`;

const isOpen = sql`conference.state in ('planned', 'live', 'paused')`;
const overlaps = sql`tstzrange(conference.starts_at, conference.ends_at) && tstzrange(asked.starts_at, asked.ends_at)`;
const nameOf = (alias: string) =>
  sql`concat_ws(' ', ${sql.ref(`${alias}.givenName`)}, nullif(${sql.ref(`${alias}.familyName`)}, ''))`;

/** For whom another conference is, where whoever asks may know of it. */
const studentOf = (
  actor: Actor,
) => sql`case when ${readableBy(actor)} then (select ${nameOf("child")} from person child
  where child.district_id = conference.district_id and child.id = conference.student_id) end`;

const trouble = (code: string, who: RawBuilder<unknown>, place: RawBuilder<unknown>, actor: Actor) =>
  sql`select asked.row, ${sql.lit(code)}::text as code, ${who}::text as who, ${jsonInstant("conference.startsAt")}::text as starts_at,
    ${studentOf(actor)}::text as student, ${place}::text as place`;

const person = (actor: Actor, id: string) => sql`(select ${nameOf("one")} from person one
  where one.district_id = ${actor.districtId} and one.id = ${sql.ref(id)})`;
const none = sql`null`;

const standing = (actor: Actor) => sql`
  ${trouble("adviser-busy", person(actor, "asked.adviserId"), none, actor)} from asked
    join conference on conference.district_id = ${actor.districtId} and conference.adviser_id = asked.adviser_id and ${isOpen} and ${overlaps}
  union all ${trouble("student-busy", none, none, actor)} from asked
    join conference on conference.district_id = ${actor.districtId} and conference.student_id = asked.student_id and ${isOpen} and ${overlaps}
  union all ${trouble("conference-exists", none, none, actor)} from asked
    join conference on conference.district_id = ${actor.districtId} and conference.student_id = asked.student_id
      and conference.season_id = asked.season_id and conference.household_key = asked.household_key and ${isOpen}
  union all ${trouble("participant-busy", person(actor, "p.personId"), none, actor)} from asked
    join participant p on p.district_id = ${actor.districtId} and p.person_id = any(asked.people)
      and p.busy && tstzrange(asked.starts_at, asked.ends_at)
    join conference on conference.district_id = p.district_id and conference.id = p.conference_id
  union all ${trouble("place-shared", person(actor, "conference.adviserId"), sql`conference.place`, actor)} from asked
    join season on season.district_id = ${actor.districtId} and season.id = asked.season_id
    join season other on other.district_id = season.district_id and other.school_id = season.school_id
    join conference on conference.district_id = other.district_id and conference.season_id = other.id and asked.place <> ''
      and conference.mode = 'in-person' and lower(trim(conference.place)) = asked.place and conference.adviser_id <> asked.adviser_id
      and ${isOpen} and ${overlaps}`;

/** Two of the rows themselves; the later one is told. Whoever sets both may know both. */
const amongThemselves = (actor: Actor) => {
  const pair = (
    code: string,
    who: RawBuilder<unknown>,
  ) => sql`select asked.row, ${sql.lit(code)}::text, ${who}::text,
      ${jsonInstant("earlier.startsAt")}::text, ${person(actor, "earlier.studentId")}::text, null::text
    from asked join asked earlier on earlier.row < asked.row`;
  const both = sql`tstzrange(earlier.starts_at, earlier.ends_at) && tstzrange(asked.starts_at, asked.ends_at)`;
  return sql`${pair("adviser-busy", person(actor, "asked.adviserId"))} and earlier.adviser_id = asked.adviser_id and ${both}
  union all ${pair("student-busy", none)} and earlier.student_id = asked.student_id and ${both}
  union all ${pair("conference-exists", none)} and earlier.student_id = asked.student_id and earlier.household_key = asked.household_key
  union all ${pair("participant-busy", person(actor, "shared.id"))} and ${both}
    join lateral (select unnest(asked.people) as id intersect select unnest(earlier.people)) shared on true`;
};
