import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";

const aDay = 24 * 3_600_000;
const keptDays = 7;
const atOnce = 100;

/** When an upload is forgotten that nobody goes on with: as long as unsent work stays on a device (seven days). */
export const uploadExpiry = (touchedAt: Date): Date => new Date(touchedAt.getTime() + keptDays * aDay);

/** Lets go of uploads nobody went on with, and of those that became files a day ago. */
export async function expireUploads(db: Db, storage: Storage, now: Date): Promise<void> {
  const [stale, done] = [new Date(now.getTime() - keptDays * aDay), new Date(now.getTime() - aDay)];
  for (;;) {
    const { rows } = await sql<{ storageKey: string | null }>`with old as (
        select district_id, id from upload
        where touched_at < ${done} and (file_id is not null or touched_at < ${stale})
        order by touched_at limit ${atOnce} for update skip locked),
      parts as (select p.storage_key from upload_part p join old on old.district_id = p.district_id and old.id = p.upload_id),
      gone as (delete from upload u using old where u.district_id = old.district_id and u.id = old.id returning 1)
      select storage_key from parts union all select null from gone`.execute(db);
    if (rows.length === 0) return;
    for (const { storageKey } of rows) if (storageKey) await storage.delete(storageKey);
  }
}
