import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { deleteLooseFiles } from "#server/files/loose-files.ts";
import { Invalid } from "#server/http/problems.ts";
import { erasableBy } from "../record.access.ts";
import { lockRecord } from "../record.queries.ts";
import { lockChain } from "../sealing/seal.queries.ts";
import type { Erasure } from "./erasure.contract.ts";

/**
 * Destroys what a withdrawn record says, in every version and household, with names, scans, the staff addendum and the
 * files made of its season. What stays is a tombstone: number, versions, digests (their salts are gone, so nothing can be
 * guessed from them), the day and the ground. The chain goes on holding across it.
 * Returns where destroyed contents lay, to be deleted after the commit.
 * Throws 400 `number-differs` unless the record's number is repeated.
 */
export async function eraseRecord(
  tx: Tx,
  actor: Actor,
  recordId: string,
  { number, ground, because }: Erasure,
): Promise<string[]> {
  await lockChain(tx, actor, recordId);
  const record = await lockRecord(tx, actor, recordId, erasableBy(actor));
  if (record.number !== number.trim())
    throw new Invalid("number", "That is not this record’s number.", "number-differs");
  await emptyVersions(tx, actor, recordId, { ground, because });
  const scans = await takeScans(tx, actor, recordId);
  await deleteRows(tx, actor, recordId);
  const bundles = await dropBundles(tx, actor, record.conferenceId);
  await tx
    .updateTable("conferenceRecord")
    .set({ state: "erased", withdrawnBecause: null })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", recordId)
    .execute();
  return [...scans, ...bundles];
}

async function emptyVersions(
  tx: Tx,
  { districtId, personId, now }: Actor,
  recordId: string,
  { ground, because }: Pick<Erasure, "ground" | "because">,
): Promise<void> {
  await tx
    .updateTable("recordPart")
    .set({ canonical: null, salt: null })
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .execute();
  await tx
    .updateTable("recordVersion")
    .set({ erasedAt: now, erasedBy: personId, erasedGround: ground, erasedBecause: because.trim() })
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .execute();
}

/** The scans of signed sheets go with their pictures, unless something else holds the very same file. */
async function takeScans(tx: Tx, { districtId }: Actor, recordId: string): Promise<string[]> {
  const held = await tx
    .selectFrom("acknowledgement")
    .select("scanFileId")
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .where("scanFileId", "is not", null)
    .forUpdate()
    .execute();
  await tx
    .updateTable("acknowledgement")
    .set({ scanFileId: null })
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .execute();
  return await deleteLooseFiles(
    tx,
    districtId,
    held.map(({ scanFileId }) => scanFileId!),
  );
}

const rowsOfARecord = [
  "teacherQuestion",
  "recordTranslation",
  "recordField",
  "acknowledgement",
  "nameWithheld",
  "addendumReader",
  "staffAddendum",
] as const;

async function deleteRows(tx: Tx, { districtId }: Actor, recordId: string): Promise<void> {
  for (const table of rowsOfARecord)
    await tx
      .deleteFrom(table)
      .where("districtId", "=", districtId)
      .where("recordId", "=", recordId)
      .execute();
}

/** Files made of the season's records hold a copy: whoever needs one asks for it again. */
async function dropBundles(tx: Tx, { districtId }: Actor, conferenceId: string): Promise<string[]> {
  const { rows } = await sql<{ storageKey: string | null }>`delete from record_bundle using conference
    where record_bundle.district_id = ${districtId} and conference.district_id = record_bundle.district_id
      and conference.id = ${conferenceId} and record_bundle.season_id = conference.season_id
    returning record_bundle.storage_key`.execute(tx);
  return rows.flatMap(({ storageKey }) => (storageKey ? [storageKey] : []));
}
