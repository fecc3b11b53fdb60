import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openSecrets } from "#server/secrets/open-secrets.ts";
import { recordSigner, type RecordSigner } from "#server/secrets/sign-records.ts";
import { KnownRecords } from "#server/records/verifying/known-records.ts";
import { verifyRecords } from "#server/records/verifying/verify-records.ts";
import { openSession } from "#server/sign-in/open-session.ts";
import { useLectern } from "#test/support/lectern.ts";
import { openQueryGate, type QueryGate } from "#test/support/query-gate.ts";
import { startRealServer, type RealServer } from "#test/support/real-server.ts";
import { aRecordInTheRoom, readyToFinish, type RecordStory } from "../records/record-story.ts";

/** Every seventh step here: each costs a start of the server. */
const stride = 7;
const lectern = useLectern();
let gate: QueryGate;
let signer: RecordSigner;
let secretFile: string;
let server: RealServer | undefined;

beforeAll(async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(lectern.db);
  gate = await openQueryGate({ ...inject("cluster"), database: rows[0]!.name });
  const folder = join(inject("scratch"), "kill-sealing");
  await mkdir(folder, { recursive: true });
  secretFile = join(folder, "secret");
  await writeFile(secretFile, `${"5a".repeat(32)}\n`, { mode: 0o600 });
  signer = recordSigner(await openSecrets(secretFile));
});
afterAll(async () => {
  await server?.kill();
  await gate?.close();
});

async function anAdviserAt({ mrOkafor }: RecordStory): Promise<Record<string, string>> {
  const token = await lectern.db.transaction().execute((tx) => openSession(tx, mrOkafor, new Date()));
  return { cookie: `lectern-session=${token}`, "content-type": "application/json" };
}

/** Asks for the seal; undefined where the server was killed before it answered. */
async function askForSeal(story: RecordStory, revision: number, headers: Record<string, string>) {
  const url = `${server!.baseURL}/api/records/${story.recordId}/seal`;
  const body = JSON.stringify({ revision });
  return await fetch(url, { method: "POST", headers, body })
    .then(({ status }) => status)
    .catch(() => undefined);
}

/** Seals with the gate set; undefined where the server was killed before it answered. */
async function killed(
  set: (kill: () => void) => void,
  act: () => Promise<number | undefined>,
): Promise<number | undefined> {
  const running = await start();
  let ending: Promise<void> | undefined;
  set(() => void (ending ??= running.kill()));
  const status = await act();
  gate.open();
  await ending;
  if (ending) server = undefined;
  return status;
}

const start = async () =>
  (server ??= await startRealServer({ DATABASE_URL: gate.url, SECRET_FILE: secretFile }));

/** Everything a sealing leaves behind, counted. */
async function traces({ recordId, conferenceId, school }: RecordStory) {
  const { rows } = await sql<Record<string, unknown>>`select r.state, r.number,
      (select count(*)::int from record_version v where v.district_id = r.district_id and v.record_id = r.id) as versions,
      (select count(*)::int from record_part p where p.district_id = r.district_id and p.record_id = r.id) as parts,
      (select count(*)::int from outgoing_message m where m.district_id = r.district_id and m.facts ->> 'path' = ${`/review/${conferenceId}`}) as letters,
      (select count(*)::int from goal g where g.district_id = r.district_id and g.student_id = r.student_id and g.state = 'agreed') as agreed
    from conference_record r where r.district_id = ${school.districtId} and r.id = ${recordId}`.execute(
    lectern.db,
  );
  return rows[0];
}

const untouched = { state: "read-back", number: null, versions: 0, parts: 0, letters: 0, agreed: 0 };
const whole = { state: "sealed", versions: 1, parts: 3, letters: 1, agreed: 1 };

test("killed at any step of sealing, a record is as it was or wholly sealed, and the next one is sealed once", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  const headers = await anAdviserAt(story);
  let [kills, status] = [0, undefined as number | undefined];
  for (let step = 1; status === undefined; step += stride) {
    status = await killed(
      (kill) => gate.stopAt(step, kill),
      () => askForSeal(story, revision, headers),
    );
    if (status !== undefined) break;
    kills++;
    expect(await traces(story)).toEqual(untouched);
  }
  expect(status).toBe(200);
  expect(kills).toBeGreaterThan(4);
  expect(await traces(story)).toMatchObject(whole);
  await start();
  expect(await askForSeal(story, revision, headers)).toBe(409);
  await verifyAll(1);
}, 300_000);

test("killed between the commit and its answer, a record is sealed, its family is written to once, and asking again says so", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  const headers = await anAdviserAt(story);
  const status = await killed(
    (kill) => gate.stopAtCommitOf("record_version", kill),
    () => askForSeal(story, revision, headers),
  );
  expect(status).toBeUndefined();
  expect(await traces(story)).toMatchObject(whole);
  await start();
  expect(await askForSeal(story, revision, headers)).toBe(409);
  expect(await traces(story)).toMatchObject(whole);
  await verifyAll(2);
}, 120_000);

async function verifyAll(versions: number): Promise<void> {
  const known = new KnownRecords(join(inject("scratch"), "kill-sealing", "known"), signer);
  expect(await verifyRecords(lectern.db, signer, known)).toEqual({ versions, erased: 0, findings: [] });
}
