import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import autocannon from "autocannon";
import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { createDemoSchool } from "#server/demo-school/create-demo-school.ts";
import { FileStorage } from "#server/files/storage/file-storage.ts";
import { openSecrets } from "#server/secrets/open-secrets.ts";
import { recordSigner } from "#server/secrets/sign-records.ts";
import { startOurs, type Target } from "./family-view/family-view.ts";
import { counts, makeThousandStudents } from "./family-view/thousand-students.ts";
import type { Measured } from "./measured.ts";
import { openScratch, type Scratch } from "./scratch.ts";

const records = 500;
/** Five hundred guardians, each opening a page every four seconds. */
const requestsASecond = 125;
const quietSeconds = 12;

/** The family view's p99 while five hundred records are drawn into a ZIP by the same server, beside its p99 without. */
export async function measureRecordsZip(): Promise<Measured> {
  const scratch = await openScratch();
  try {
    await makeThousandStudents(scratch.db);
    await sealFiveHundred(scratch);
    const target = await startOurs(scratch);
    await load(target, quietSeconds);
    const before = await load(target, quietSeconds);
    const drawing = drawZip(target);
    const during = await load(target, quietSeconds, drawing);
    const seconds = await drawing;
    const after = await load(target, quietSeconds);
    await target.stop();
    const [ours, baseline] = [p99(during), p99([...before, ...after])];
    const ratio = ours / baseline;
    return {
      name: "500 records as a ZIP beside the family view",
      ...{ ours, baseline, ratio },
      unit: "ms at p99 of the family view",
      reach: "≤ 1.3×",
      isReached: ratio <= 1.3,
      note: `made in ${seconds.toFixed(0)} s`,
    };
  } finally {
    await scratch.drop();
  }
}

/** Latencies in milliseconds, for so long and, where something is awaited, until it is done. */
async function load(
  { origin, requests }: Target,
  seconds: number,
  until?: Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  let isDone = until === undefined;
  void until?.finally(() => (isDone = true));
  do {
    await new Promise<void>((resolve, reject) => {
      const options = {
        url: origin,
        requests,
        connections: 16,
        duration: seconds,
        overallRate: requestsASecond,
      };
      const run = autocannon(options, (error) => (error ? reject(error as Error) : resolve()));
      run.on("response", (_client, status, _bytes, time) => {
        if (status === 200) times.push(time);
        else reject(new Error(`The family view answered ${status}.`));
      });
    });
  } while (!isDone);
  return times;
}

const p99 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

/** Asks for the season's records as its administrator and waits until the file is there; returns the seconds it took. */
async function drawZip({ origin }: Target): Promise<number> {
  const headers = {
    cookie: "lectern-session=bench-administrator",
    "content-type": "application/json",
    origin,
  };
  const url = `${origin}/api/seasons/${seasonId}/records`;
  const begun = performance.now();
  const body = JSON.stringify({ form: "zip", copies: "school", advisoryId: null });
  const asked = await fetch(`${url}/bundles`, { method: "POST", headers, body });
  if (asked.status !== 202) throw new Error(`The file was refused: ${await asked.text()}`);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { bundles } = (await (await fetch(url, { headers })).json()) as {
      bundles: { state: string; done: number }[];
    };
    if (bundles[0]?.state === "failed") throw new Error("The file could not be made.");
    if (bundles[0]?.state === "made" && bundles[0].done === records)
      return (performance.now() - begun) / 1000;
  }
}

const idOf = (text: string): string =>
  createHash("md5")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
const seasonId = idOf(`season ${counts.seasons}`);

/** Gives five hundred of the thousand a finished record of the last season: the demo's, in turn; and the school an administrator. */
async function sealFiveHundred({ db, folder }: Scratch): Promise<void> {
  const signer = recordSigner(await openSecrets(join(folder, "secrets")));
  const files = new FileStorage(join(folder, "demo"));
  await createDemoSchool({ db, files, signer, now: new Date(), zone: "America/Los_Angeles" });
  await addAdministrator(db);
  const district = idOf("district");
  await sql`create table told as
    select row_number() over (order by p.record_id) as n, p.canonical from record_part p
    where p.part = 'core' and p.canonical is not null and p.district_id <> ${district}`.execute(db);
  await sql`insert into conference_record (district_id, id, conference_id, student_id, template, state, number, sealed_at, sealed_by)
    select c.district_id, c.id, c.id, c.student_id, 'conference-record', 'sealed', 'BENCH-' || row_number() over (order by c.id), now(), c.adviser_id
    from conference c where c.district_id = ${district} and c.season_id = ${seasonId} order by c.id limit ${records}`.execute(
    db,
  );
  await sql`insert into record_version (district_id, record_id, version, schema_version, template, sealed_at, sealed_by, digest)
    select district_id, id, 1, 2, template, sealed_at, sealed_by, sha256(convert_to(id::text, 'utf8')) from conference_record
    where district_id = ${district}`.execute(db);
  await sql`insert into record_part (district_id, record_id, version, part, canonical, salt, digest)
    select r.district_id, r.id, 1, 'core', told.canonical, ${randomBytes(16)}, sha256(convert_to(told.canonical, 'utf8'))
    from (select *, 1 + (row_number() over (order by id) - 1) % (select count(*) from told) as turn from conference_record where district_id = ${district}) r
    join told on told.n = r.turn`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

async function addAdministrator(db: Db): Promise<void> {
  const [district, person, account] = [
    idOf("district"),
    idOf("administrator 1"),
    idOf("account administrator 1"),
  ];
  await sql`insert into account (id) values (${account})`.execute(db);
  await sql`insert into person (district_id, id, account_id, given_name, family_name) values (${district}, ${person}, ${account}, 'Administrator', 'One')`.execute(
    db,
  );
  await sql`insert into staff_role (district_id, id, person_id, school_id, role, from_on)
    values (${district}, ${idOf("role 1")}, ${person}, ${idOf("school 1")}, 'school-administrator', '2020-01-01')`.execute(
    db,
  );
  await sql`insert into session (token_hash, account_id, district_id, person_id, draft_key, seen_at, expires_at)
    values (sha256(convert_to('bench-administrator', 'utf8')), ${account}, ${district}, ${person}, '\\x00', now(), now() + interval '12 hours')`.execute(
    db,
  );
}
