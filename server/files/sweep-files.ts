import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { isLoose } from "./loose-files.ts";
import type { Storage } from "./storage/storage.ts";

const aDay = 24 * 3_600_000;
const atOnce = 200;

/** Removes files nothing refers to a day after they came, and contents no row knows (a process died while writing). */
export async function sweepFiles(db: Db, storage: Storage, now: Date): Promise<void> {
  const before = new Date(now.getTime() - aDay);
  for (let gone = await deleteUnreferenced(db, before); gone.length > 0;) {
    for (const key of gone) await storage.delete(key);
    gone = await deleteUnreferenced(db, before);
  }
  await deleteStrays(db, storage, before);
}

/**
 * Deletes some unreferenced files and tells where they and their pictures lay.
 * One statement, and the foreign keys of what refers to a file have the last word: should a reference appear
 * in the very same moment, the statement fails as a whole and the next sweep tries again.
 */
async function deleteUnreferenced(db: Db, before: Date): Promise<string[]> {
  const { rows } = await sql<{ storageKey: string }>`with loose as (
      select district_id, id from stored_file f where f.created_at < ${before} and ${isLoose}
      order by district_id, id limit ${atOnce} for update skip locked),
    gone as (delete from stored_file f using loose where f.district_id = loose.district_id and f.id = loose.id
      and f.created_at < ${before} returning f.district_id, f.id, f.storage_key)
    select storage_key from gone
    union all select p.storage_key from file_preview p join gone on gone.district_id = p.district_id and gone.id = p.file_id`.execute(
    db,
  );
  return rows.map((row) => row.storageKey);
}

async function deleteStrays(db: Db, storage: Storage, before: Date): Promise<void> {
  let keys: string[] = [];
  for await (const key of storage.listOlderThan(before)) {
    keys.push(key);
    if (keys.length < atOnce) continue;
    await deleteUnknown(db, storage, keys);
    keys = [];
  }
  await deleteUnknown(db, storage, keys);
}

async function deleteUnknown(db: Db, storage: Storage, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const { rows } = await sql<{
    key: string;
  }>`select storage_key as key from stored_file where storage_key = any(${keys})
    union all select storage_key from file_preview where storage_key = any(${keys})
    union all select storage_key from upload_part where storage_key = any(${keys})
    union all select storage_key from record_bundle where storage_key = any(${keys})
    union all select storage_key from school_form where storage_key = any(${keys})
    union all select picture from school_form, unnest(picture_keys) as picture where picture = any(${keys})`.execute(
    db,
  );
  const known = new Set(rows.map((row) => row.key));
  for (const key of keys.filter((each) => !known.has(each))) await storage.delete(key);
}
