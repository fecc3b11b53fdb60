import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";

const keptMs = 7 * 86_400_000;

/** Lets go of bundles a week after they were asked for: whoever needs one again asks again and gets what stands then. */
export async function expireBundles(db: Db, files: Storage, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs);
  const { rows } = await sql<{
    storageKey: string | null;
  }>`delete from record_bundle where asked_at < ${before}
    returning storage_key`.execute(db);
  for (const { storageKey } of rows) if (storageKey) await files.delete(storageKey);
}
