import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { digestOf } from "#server/canonical.ts";
import { chained } from "#server/records/sealing/seal.queries.ts";
import { KnownRecords } from "#server/records/verifying/known-records.ts";
import { verifyRecords } from "#server/records/verifying/verify-records.ts";
import { openLectern, signer, type Lectern } from "#test/support/lectern.ts";
import { addStaff, addStudent } from "#test/support/people.ts";
import { correctRecord, sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish, type RecordStory } from "./record-story.ts";

let lectern: Lectern;
let story: RecordStory;
let knownFile: string;

/** A finished record and, beside it, its correction: a chain of two. */
beforeEach(async () => {
  lectern = await openLectern();
  story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  lectern.now = new Date(lectern.now.getTime() + 3_600_000);
  const administrator = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  await lectern.as(administrator, () =>
    correctRecord(story.recordId, {
      version: 1,
      part: "core",
      section: "results",
      what: "The score was 231.",
      because: "A digit was wrong.",
      language: "en",
    }),
  );
  knownFile = join(await mkdtemp(join(tmpdir(), "known-")), "known-records.txt");
  return async () => await lectern.close();
});

const verify = () => verifyRecords(lectern.db, signer, new KnownRecords(knownFile, signer));
const findings = async () => (await verify()).findings.map(({ record, what }) => `${what}: ${record}`);
const change = (statement: ReturnType<typeof sql>) => statement.execute(lectern.db);

/** What somebody does who may write every row: takes the digests of everything again. */
async function takeDigestsAgain(): Promise<void> {
  const versions = await lectern.db.selectFrom("recordVersion").selectAll().orderBy("version").execute();
  let previous: Buffer | null = null;
  for (const { version, sealedAt } of versions) {
    const parts = await lectern.db
      .selectFrom("recordPart")
      .selectAll()
      .where("version", "=", version)
      .execute();
    const kept = parts.map((part) => ({ ...part, digest: digestOf(part.salt!, part.canonical!) }));
    for (const { part, digest } of kept)
      await change(
        sql`update record_part set digest = ${digest} where version = ${version} and part = ${part}`,
      );
    const seal = { number: "2026-F-0001", version, sealedAt: sealedAt.toISOString() };
    const digest = digestOf(chained(seal, kept, previous));
    await change(
      sql`update record_version set digest = ${digest}, previous_digest = ${previous} where version = ${version}`,
    );
    previous = digest;
  }
}

test("what nobody touched is as it was sealed", async () => {
  expect(await verify()).toEqual({ versions: 2, erased: 0, findings: [] });
});

test("a changed word is named", async () => {
  await change(
    sql`update record_part set canonical = replace(canonical, 'measures', 'guesses') where version = 1 and part = 'core'`,
  );
  expect(await findings()).toEqual(["edited: 2026-F-0001, version 1"]);
});

test("a changed word is named even where every digest was taken again", async () => {
  await change(
    sql`update record_part set canonical = replace(canonical, 'measures', 'guesses') where version = 1 and part = 'core'`,
  );
  await takeDigestsAgain();
  expect(await findings()).toEqual(["edited: 2026-F-0001, version 1", "edited: 2026-F-0001, version 2"]);
});

test("a version taken out of the middle leaves its gap", async () => {
  await change(sql`delete from record_part where version = 1`);
  await change(sql`update acknowledgement set version = 2 where version = 1`);
  await change(sql`delete from record_version where version = 1`);
  expect(await findings()).toEqual(["missing: 2026-F-0001, version 2", "missing: 2026-F-0001"]);
});

test("the newest version taken away is missed by whoever verified before", async () => {
  await verify();
  await change(sql`delete from record_part where version = 2`);
  await change(sql`delete from record_version where version = 2`);
  await change(sql`update conference_record set state = 'sealed'`);
  expect(await findings()).toEqual(["missing: 2026-F-0001, version 2"]);
});

test("a number that was given and that no record bears is named", async () => {
  await change(sql`update record_number set last_number = 2`);
  expect(await findings()).toEqual(["missing: season 2026-F, number 2"]);
});

test("a record put under another student and taken out of its chain is named", async () => {
  const { personId } = await addStudent(story.school, "Jonas Weber");
  await change(sql`update conference_record set student_id = ${personId}`);
  await change(sql`update record_version set previous_digest = null where version = 2`);
  expect(await findings()).toEqual(["edited: 2026-F-0001, version 2", "re-chained: 2026-F-0001, version 2"]);
});

test("an erased version keeps its place, and the rest stays checked", async () => {
  await change(sql`update record_part set canonical = null, salt = null where version = 1`);
  expect(await findings()).toHaveLength(3);
  await change(sql`update record_version set erased_at = now(), erased_because = 'asked' where version = 1`);
  expect(await verify()).toEqual({ versions: 2, erased: 1, findings: [] });
});

test("a list of what was known that somebody rewrote is not believed", async () => {
  const other = new KnownRecords(knownFile, { ...signer, sign: () => Buffer.alloc(64) });
  await other.keep();
  expect(await findings()).toEqual([`edited: ${knownFile}`]);
});

test("a form that finished records are drawn after is missed when it is gone, and known when it was changed", async () => {
  await change(sql`alter table form_edition disable trigger edition_stays`);
  await change(sql`update form_edition set form = replace(form, 'Strengths', 'Weaknesses')`);
  expect(await findings()).toEqual([expect.stringMatching(/^edited: form [0-9a-f]{12}$/)]);
  await change(sql`delete from form_edition`);
  expect(await findings()).toEqual(["missing: 2026-F-0001, version 1", "missing: 2026-F-0001, version 2"]);
});
