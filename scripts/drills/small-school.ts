import { sql } from "kysely";
import { makePeople, makeSchool } from "#scripts/bench/family-view/thousand-students.ts";
import { openRooms } from "#scripts/bench/rooms.ts";
import type { Db } from "#server/database/connect.ts";

/** A school whose students and advisers of these numbers are signed in. */
export async function makeSmallSchool(db: Db, { students, rooms }: { students: number; rooms: number }) {
  await makeSchool(db);
  await makePeople(db);
  await openRooms(db, rooms);
  await sql`insert into session (token_hash, account_id, district_id, person_id, draft_key, seen_at, expires_at)
    select sha256(convert_to('drill-student-' || n, 'utf8')), md5('account student ' || n)::uuid, md5('district')::uuid,
      md5('student ' || n)::uuid, '\\x00', now(), now() + interval '7 days' from generate_series(1, ${students}::int) as n`.execute(
    db,
  );
}

/** Who sends a request. */
export const studentCookie = (student: number): string => `lectern-session=drill-student-${student}`;
export const roomCookie = (room: number): string => `lectern-session=bench-room-${room}`;
