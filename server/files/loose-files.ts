import { sql } from "kysely";
import type { Tx } from "#server/database/connect.ts";

/** Whether no piece, no presentation and no signed sheet holds the file `f`. */
export const isLoose = sql<boolean>`(
  not exists (select 1 from work_version w where w.district_id = f.district_id and w.file_id = f.id)
  and not exists (select 1 from presentation_file p where p.district_id = f.district_id and p.file_id = f.id)
  and not exists (select 1 from acknowledgement a where a.district_id = f.district_id and a.scan_file_id = f.id))`;

/** Deletes those of these files that nothing holds any more; returns where they and their pictures lay, for the commit to be followed by their end. */
export async function deleteLooseFiles(tx: Tx, districtId: string, fileIds: string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const { rows } = await sql<{ storageKey: string }>`with gone as (
      delete from stored_file f where f.district_id = ${districtId} and f.id = any(${fileIds}::uuid[]) and ${isLoose}
      returning f.district_id, f.id, f.storage_key)
    select storage_key from gone
    union all select p.storage_key from file_preview p join gone on gone.district_id = p.district_id and gone.id = p.file_id`.execute(
    tx,
  );
  return rows.map(({ storageKey }) => storageKey);
}
