import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readableBy } from "./file.access.ts";
import { troubleOf } from "./trouble.ts";

/** The columns a stored file shows of itself. */
export const fileColumns = [
  "storedFile.id",
  "storedFile.name",
  "storedFile.mediaType",
  "storedFile.bytes",
  "storedFile.pages",
  "storedFile.width",
  "storedFile.height",
  "storedFile.preview",
  troubleOf.as("trouble"),
] as const;

/** The owner's file with this content, if she sent it before. */
export const findSameContent = (tx: Tx, { districtId, personId }: Actor, sha256: Buffer) =>
  tx
    .selectFrom("storedFile")
    .select(fileColumns)
    .where("storedFile.districtId", "=", districtId)
    .where("storedFile.ownerId", "=", personId)
    .where("storedFile.sha256", "=", sha256)
    .executeTakeFirst();

/** Holds the person for this transaction, so that two uploads cannot both take the last room. */
export const lockOwner = (tx: Tx, { districtId, personId }: Actor) =>
  tx
    .selectFrom("person")
    .select("id")
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();

/** The bytes a person's files take, with the room that is held for uploads on their way. */
export async function sumOfBytes(db: Db | Tx, { districtId, personId }: Actor): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select
    (select coalesce(sum(bytes), 0) from stored_file where district_id = ${districtId} and owner_id = ${personId})
    + (select coalesce(sum(bytes), 0) from upload
       where district_id = ${districtId} and owner_id = ${personId} and file_id is null) as bytes`.execute(
    db,
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** Where a file's content lies, with what its headers need. */
export const readContent = (db: Db, actor: Actor, fileId: string) =>
  db
    .selectFrom("storedFile")
    .select([
      "storedFile.name",
      "storedFile.mediaType",
      "storedFile.bytes",
      "storedFile.sha256",
      "storedFile.storageKey",
      "storedFile.scan",
    ])
    .where("storedFile.districtId", "=", actor.districtId)
    .where("storedFile.id", "=", fileId)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("file"));

/** Where a picture of a file lies. */
export const readPreview = (db: Db, actor: Actor, fileId: string, kind: string) =>
  db
    .selectFrom("filePreview")
    .innerJoin("storedFile", (join) =>
      join
        .onRef("storedFile.districtId", "=", "filePreview.districtId")
        .onRef("storedFile.id", "=", "filePreview.fileId"),
    )
    .select(["filePreview.storageKey", "filePreview.bytes"])
    .where("filePreview.districtId", "=", actor.districtId)
    .where("filePreview.fileId", "=", fileId)
    .where("filePreview.kind", "=", kind)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("picture"));
