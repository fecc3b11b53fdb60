import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { makeThousandStudents } from "./family-view/thousand-students.ts";
import type { Measured } from "./measured.ts";
import { endProcess, freePort, openScratch, startAndWait, type Scratch } from "./scratch.ts";

const rooms = 100;
const everyMs = 2_000;
const seconds = 20;

/** Autosave of a record's field in 100 rooms, each saving every 2 s through two server processes: p99 in milliseconds. */
export async function measureAutosave(): Promise<Measured> {
  const scratch = await openScratch();
  try {
    await makeThousandStudents(scratch.db);
    await openRooms(scratch);
    const baseline = p99(await bareUpdates(scratch));
    const ours = p99(await savesThroughServers(scratch));
    const ratio = ours / baseline;
    return {
      name: "autosave of a record field, 100 rooms",
      ours,
      baseline,
      ratio,
      unit: "ms at p99",
      reach: "≤ 5×",
      isReached: ratio <= 5,
    };
  } finally {
    await scratch.drop();
  }
}

/** A live conference with its record for each of a hundred advisers, who are signed in. */
async function openRooms({ db }: Scratch): Promise<void> {
  const room = sql`generate_series(1, ${rooms}) as n`;
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

/** Lets every room save at its own moment of each two seconds, and notes how long each save took. */
async function inEveryRoom(save: (room: number, round: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  const saveFor = async (room: number): Promise<void> => {
    await pause((everyMs * room) / rooms);
    const begun = performance.now();
    for (let round = 1; round <= (seconds * 1000) / everyMs; round++) {
      const from = performance.now();
      await save(room, round);
      times.push(performance.now() - from);
      await pause(begun + round * everyMs - performance.now());
    }
  };
  await Promise.all(Array.from({ length: rooms }, (_, index) => saveFor(index + 1)));
  return times;
}

const textOf = (round: number): string =>
  round === 0 ? "" : `${"She measures before she talks. ".repeat(6)}${round}`;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
const p99 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

/** The baseline: as many clients, one UPDATE each. */
async function bareUpdates({ url }: Scratch): Promise<number[]> {
  const pool = new pg.Pool({ connectionString: url, max: rooms });
  const update = `update record_field set value = to_jsonb($2::text), revision = revision + 1, saved_at = now()
    where district_id = md5('district')::uuid and record_id = md5('record ' || $1::text)::uuid and part = 'core' and field = 'bare'`;
  await inEveryRoom(async (room) => void (await pool.query(update, [room, textOf(0)]))).then(() => undefined);
  const times = await inEveryRoom(
    async (room, round) => void (await pool.query(update, [room, textOf(round)])),
  );
  await pool.end();
  return times;
}

async function savesThroughServers(scratch: Scratch): Promise<number[]> {
  const servers = [await startServer(scratch, "a"), await startServer(scratch, "b")];
  const records = (
    await sql<{
      id: string;
    }>`select md5('record ' || n)::uuid as id from generate_series(1, ${rooms}) as n order by n`.execute(
      scratch.db,
    )
  ).rows;
  let first = 0;
  const save = async (room: number, round: number): Promise<void> => {
    const server = servers[room % 2];
    const answer = await fetch(`${server?.origin}/api/records/${records[room - 1]?.id}/fields`, {
      method: "PATCH",
      headers: { "content-type": "application/json", cookie: `lectern-session=bench-room-${room}` },
      body: JSON.stringify({
        part: "core",
        field: "adviserStrengths",
        base: textOf(first + round - 1),
        value: textOf(first + round),
        language: "en",
      }),
    });
    if (!answer.ok) throw new Error(`A save was answered with ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  await inEveryRoom(save);
  first = (seconds * 1000) / everyMs;
  const times = await inEveryRoom(save);
  for (const { child } of servers) await endProcess(child);
  return times;
}

async function startServer({ url, folder }: Scratch, name: string) {
  const port = await freePort();
  const env = {
    DATABASE_URL: url,
    DATA_DIR: join(folder, name),
    PORT: `${port}`,
    HOST: "127.0.0.1",
    LOG_LEVEL: "silent",
    NODE_ENV: "production",
  };
  const { child } = await startAndWait(["build/server/main.js"], env, "Lectern is at");
  return { child, origin: `http://127.0.0.1:${port}` };
}
