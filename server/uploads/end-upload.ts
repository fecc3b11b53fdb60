import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { ownedBy } from "./upload.access.ts";
import { listParts } from "./upload.queries.ts";

/** Lets go of an upload of the person's own and of all that arrived; one that is gone already is no error. */
export async function endUpload(db: Db, storage: Storage, actor: Actor, uploadId: string): Promise<void> {
  const gone = await db.transaction().execute(async (tx) => {
    // Held first, so that no piece comes in between the list and the end.
    const upload = await tx
      .selectFrom("upload")
      .select("id")
      .where("districtId", "=", actor.districtId)
      .where("id", "=", uploadId)
      .where(ownedBy(actor))
      .forUpdate()
      .executeTakeFirst();
    if (!upload) return [];
    const parts = await listParts(tx, actor, uploadId);
    await tx
      .deleteFrom("upload")
      .where("districtId", "=", actor.districtId)
      .where("id", "=", uploadId)
      .execute();
    return parts;
  });
  for (const { storageKey } of gone) await storage.delete(storageKey);
}
