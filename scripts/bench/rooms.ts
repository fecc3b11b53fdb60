import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";

/** How many conferences a busy school holds at once. */
export const rooms = 100;

/** A live conference with its draft record for each of so many advisers, who are signed in; students of those numbers are there. */
export async function openRooms(db: Db, count: number): Promise<void> {
  const room = sql`generate_series(1, ${count}::int) as n`;
  const [district, season] = [sql`md5('district')::uuid`, sql`md5('season 8')::uuid`];
  await sql`insert into account (id) select md5('account room ' || n)::uuid from ${room}`.execute(db);
  await sql`insert into person (district_id, id, account_id, given_name, family_name) select ${district}, md5('room ' || n)::uuid, md5('account room ' || n)::uuid, 'Adviser', n::text from ${room}`.execute(
    db,
  );
  await sql`insert into advisory (district_id, id, school_id, school_year_id, name) select ${district}, md5('advisory ' || n)::uuid, md5('school 1')::uuid, md5('year 1')::uuid, 'Advisory' from ${room}`.execute(
    db,
  );
  await sql`insert into advisory_adviser (district_id, advisory_id, person_id, part, from_on) select ${district}, md5('advisory ' || n)::uuid, md5('room ' || n)::uuid, 'adviser', '2020-01-01' from ${room}`.execute(
    db,
  );
  await sql`insert into advisory_student (district_id, advisory_id, student_id, from_on) select ${district}, md5('advisory ' || n)::uuid, md5('student ' || n)::uuid, '2020-01-01' from ${room}`.execute(
    db,
  );
  await sql`insert into conference (district_id, id, season_id, student_id, adviser_id, starts_at, ends_at, mode, state, started_at)
    select ${district}, md5('live ' || n)::uuid, ${season}, md5('student ' || n)::uuid, md5('room ' || n)::uuid, now(), now() + interval '30 minutes', 'in-person', 'live', now() from ${room}`.execute(
    db,
  );
  await sql`insert into conference_record (district_id, id, conference_id, student_id, template, state) select ${district}, md5('record ' || n)::uuid, md5('live ' || n)::uuid, md5('student ' || n)::uuid, 'conference-record', 'draft' from ${room}`.execute(
    db,
  );
  await sql`insert into record_field (district_id, record_id, part, field, value, revision, saved_by, saved_at)
    select ${district}, md5('record ' || n)::uuid, 'core', field, 'null', 0, md5('room ' || n)::uuid, now() from ${room}, unnest(array['adviserStrengths', 'bare']) as field`.execute(
    db,
  );
  await sql`insert into session (token_hash, account_id, district_id, person_id, draft_key, seen_at, expires_at)
    select sha256(convert_to('bench-room-' || n, 'utf8')), md5('account room ' || n)::uuid, ${district}, md5('room ' || n)::uuid, '\\x00', now(), now() + interval '12 hours' from ${room}`.execute(
    db,
  );
}
