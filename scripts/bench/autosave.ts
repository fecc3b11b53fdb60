import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { makeThousandStudents } from "./family-view/thousand-students.ts";
import type { Measured } from "./measured.ts";
import { openRooms, rooms } from "./rooms.ts";
import { endProcess, freePort, openScratch, startAndWait, type Scratch } from "./scratch.ts";

const everyMs = 2_000;
const seconds = 20;

/** Autosave of a record's field in 100 rooms, each saving every 2 s through two server processes: p99 in milliseconds. */
export async function measureAutosave(): Promise<Measured> {
  const scratch = await openScratch();
  try {
    await makeThousandStudents(scratch.db);
    await openRooms(scratch.db, rooms);
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
