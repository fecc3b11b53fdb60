import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";

/** How many there are: a school of a thousand, two conferences a year for four years, eight things shown in each. */
export const counts = { students: 1000, seasons: 8, items: 8 } as const;

const id = (kind: string, number: string) => sql.raw(`md5('${kind} ' || ${number})::uuid`);
const district = sql.raw("md5('district')::uuid");
const each = (name: string, count: number) => sql.raw(`generate_series(1, ${count}) as ${name}`);

/** Fills a database with a school of a thousand students and four years of presentations, and signs their guardians in. */
export async function makeThousandStudents(db: Db): Promise<void> {
  await makeSchool(db);
  await makePeople(db);
  await makePresentations(db);
  await sql`vacuum analyze`.execute(db);
}

/** One school with eight seasons. */
export async function makeSchool(db: Db): Promise<void> {
  await sql`insert into district (id, name) values (${district}, 'Bench Unified')`.execute(db);
  await sql`insert into school (district_id, id, name, code, time_zone, lowest_grade, highest_grade)
    values (${district}, ${id("school", "1")}, 'Bench High', 'BENCH', 'America/Los_Angeles', 6, 12)`.execute(
    db,
  );
  await sql`insert into school_year (district_id, id, school_id, name, starts_on, ends_on)
    values (${district}, ${id("year", "1")}, ${id("school", "1")}, '2026–27', '2026-08-24', '2027-06-11')`.execute(
    db,
  );
  await sql`insert into season (district_id, id, school_id, school_year_id, name, code, starts_on, ends_on, minutes, agenda, state)
    select ${district}, ${id("season", "n")}, ${id("school", "1")}, ${id("year", "1")}, 'Conferences ' || n, 'S' || n, date '2023-03-01' + n * 180,
      date '2023-05-01' + n * 180, 30, 'default', case when n = ${counts.seasons} then 'open' else 'closed' end
    from ${each("n", counts.seasons)}`.execute(db);
}

/** A thousand students with a guardian each, and advisers. */
export async function makePeople(db: Db): Promise<void> {
  for (const kind of ["student", "guardian", "adviser"]) {
    const count = kind === "adviser" ? 70 : counts.students;
    await sql`insert into account (id) select ${id(`account ${kind}`, "n")} from ${each("n", count)}`.execute(
      db,
    );
    await sql`insert into person (district_id, id, account_id, given_name, family_name)
      select ${district}, ${id(kind, "n")}, ${id(`account ${kind}`, "n")}, ${kind}, 'Number ' || n from ${each("n", count)}`.execute(
      db,
    );
  }
  await sql`insert into student (district_id, person_id, school_id, student_number, grade, cohort_year, born_on)
    select ${district}, ${id("student", "n")}, ${id("school", "1")}, n::text, 10, 2029, '2011-02-01' from ${each("n", counts.students)}`.execute(
    db,
  );
  await sql`insert into household (district_id, id, name) select ${district}, ${id("household", "n")}, 'Household ' || n from ${each("n", counts.students)}`.execute(
    db,
  );
  await sql`insert into guardianship (district_id, guardian_id, student_id, household_id, relationship, from_on)
    select ${district}, ${id("guardian", "n")}, ${id("student", "n")}, ${id("household", "n")}, 'mother', '2020-01-01' from ${each("n", counts.students)}`.execute(
    db,
  );
  await sql`insert into session (token_hash, account_id, district_id, person_id, draft_key, seen_at, expires_at)
    select sha256(convert_to('bench-guardian-' || n, 'utf8')), ${id("account guardian", "n")}, ${district}, ${id("guardian", "n")}, '\\x00', now(), now() + interval '12 hours'
    from ${each("n", counts.students)}`.execute(db);
}

async function makePresentations(db: Db): Promise<void> {
  const [n, s] = [each("n", counts.students), each("s", counts.seasons)];
  await sql`insert into conference (district_id, id, season_id, student_id, adviser_id, starts_at, ends_at, mode, state, outcome, started_at, ended_at)
    select ${district}, ${id("conference", "n || '-' || s")}, ${id("season", "s")}, ${id("student", "n")}, ${id("adviser", "(1 + n % 70)")},
      timestamptz '2023-04-01' + make_interval(days => s * 180, mins => n * 40), timestamptz '2023-04-01 00:30' + make_interval(days => s * 180, mins => n * 40),
      'in-person', 'ended', 'held', now(), now() from ${n}, ${s}`.execute(db);
  await sql`insert into presentation (district_id, id, conference_id, student_id, number, state, started_at, ended_at)
    select ${district}, ${id("presentation", "n || '-' || s")}, ${id("conference", "n || '-' || s")}, ${id("student", "n")}, 1, 'ended', now(), now() from ${n}, ${s}`.execute(
    db,
  );
  await sql`insert into presentation_item (district_id, id, presentation_id, position, kind, audience, schema_version, snapshot)
    select ${district}, ${id("item", "n || '-' || s || '-' || i")}, ${id("presentation", "n || '-' || s")}, i, 'work', 'all', 1, jsonb_build_object(
      'schemaVersion', 1, 'segment', 'proud', 'kind', 'work', 'title', 'Piece ' || i, 'subject', 'science', 'language', 'en', 'madeOn', '2026-10-22',
      'asked', repeat('What was asked of everybody. ', 6), 'versions', '[]'::jsonb,
      'reflections', jsonb_build_array(jsonb_build_object('prompt', 'proof', 'answer', repeat('At first I only measured at lunch. ', 12), 'language', 'en')))
    from ${n}, ${s}, ${each("i", counts.items)}`.execute(db);
}
