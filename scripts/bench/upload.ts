import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, readFileSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { makeThousandStudents } from "./family-view/thousand-students.ts";
import type { Measured } from "./measured.ts";
import { endProcess, freePort, openScratch, startAndWait, type Scratch } from "./scratch.ts";

const megabyte = 1024 * 1024;
const senders = [1, 2, 3, 4];
/** Four films of this size are one gigabyte; one film may have 300 MB. */
const filmBytes = 256 * megabyte;
const mostGrowth = 40;

/** One gigabyte in four films at once, against Node reading, hashing, writing and syncing the same: seconds; and what the server's memory grows by. */
export async function measureUpload(): Promise<Measured> {
  const scratch = await openScratch();
  try {
    await makeThousandStudents(scratch.db);
    await signIn(scratch);
    const films = senders.map((sender) =>
      makeFilm(scratch.folder, { name: `film-${sender}`, bytes: filmBytes }),
    );
    const baseline = await timed(() => Promise.all(films.map((film) => bareWrite(film))));
    const { seconds: ours, growth } = await sendAll(scratch, films);
    const ratio = baseline / ours;
    return {
      name: "upload of 1 GB, four at once",
      ours,
      baseline,
      ratio,
      unit: "s",
      reach: `≥ 0.5 of its speed, memory growing by ≤ ${mostGrowth} MB`,
      isReached: ratio >= 0.5 && growth <= mostGrowth,
      note: `memory grew by ${growth.toFixed(0)} MB`,
    };
  } finally {
    await scratch.drop();
  }
}

const tokenOf = (sender: number) => `bench-student-${sender}`;

/** Four students of the thousand. */
async function signIn({ db }: Scratch): Promise<void> {
  const each = sql`generate_series(1, ${senders.length}) as n`;
  const district = sql`md5('district')::uuid`;
  await sql`insert into session (token_hash, account_id, district_id, person_id, draft_key, seen_at, expires_at)
    select sha256(convert_to('bench-student-' || n, 'utf8')), md5('account student ' || n)::uuid, ${district},
      md5('student ' || n)::uuid, '\\x00', now(), now() + interval '12 hours' from ${each}`.execute(db);
}

/** A film nobody can watch: it begins as one, and no two are the same. */
function makeFilm(folder: string, { name, bytes }: { name: string; bytes: number }): string {
  const path = join(folder, `${name}.mp4`);
  const piece = randomBytes(megabyte);
  const head = Buffer.concat([
    Buffer.from("\0\0\0\x18ftypisom\0\0\0\x01isommp42", "latin1"),
    piece.subarray(24),
  ]);
  writeFileSync(path, head);
  for (let count = 1; count < bytes / megabyte; count++) writeFileSync(path, piece, { flag: "a" });
  return path;
}

async function bareWrite(film: string): Promise<void> {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform: (chunk: Buffer, _, done) => (hash.update(chunk), done(null, chunk)),
  });
  await pipeline(createReadStream(film), hashing, createWriteStream(`${film}.copy`));
  const written = await open(`${film}.copy`);
  await written.sync();
  await written.close();
  hash.digest();
}

async function sendAll(
  { url, folder }: Scratch,
  films: string[],
): Promise<{ seconds: number; growth: number }> {
  const port = await freePort();
  const env = {
    DATABASE_URL: url,
    DATA_DIR: join(folder, "server"),
    PORT: `${port}`,
    HOST: "127.0.0.1",
    LOG_LEVEL: "silent",
    NODE_ENV: "production",
  };
  const { child } = await startAndWait(["build/server/main.js"], env, "Lectern is at");
  const send = (film: string, sender: number) => sendFilm(`http://127.0.0.1:${port}/api/files`, film, sender);
  try {
    // What the first upload of a server's life loads and compiles is not what uploads cost.
    await Promise.all(
      senders.map((sender) =>
        send(makeFilm(folder, { name: `first-${sender}`, bytes: 8 * megabyte }), sender),
      ),
    );
    const before = memoryOf(child.pid!, "VmRSS");
    const seconds = await timed(() => Promise.all(films.map((film, index) => send(film, index + 1))));
    return { seconds, growth: memoryOf(child.pid!, "VmHWM") - before };
  } finally {
    await endProcess(child);
  }
}

/** Megabytes as Linux counts them for a process: what it has now, or the most it ever had. */
function memoryOf(pid: number, what: "VmRSS" | "VmHWM"): number {
  const line = new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}

/** Sends a film as a browser's form does. */
async function sendFilm(address: string, film: string, sender: number): Promise<void> {
  const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="film.mp4"\r\n\r\n`;
  const tail = "\r\n--x--\r\n";
  const sending = request(address, {
    method: "POST",
    headers: {
      cookie: `lectern-session=${tokenOf(sender)}`,
      "content-type": "multipart/form-data; boundary=x",
      "content-length": head.length + statSync(film).size + tail.length,
    },
  });
  sending.write(head);
  await pipeline(createReadStream(film), sending, { end: false });
  sending.end(tail);
  const [answer] = (await once(sending, "response")) as [{ statusCode: number; resume(): void }];
  answer.resume();
  if (answer.statusCode !== 201) throw new Error(`An upload was answered with ${answer.statusCode}.`);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return (performance.now() - from) / 1000;
}
