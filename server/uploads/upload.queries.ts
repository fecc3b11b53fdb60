import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { ownedBy } from "./upload.access.ts";

const columns = [
  "upload.id",
  "upload.name",
  "upload.bytes",
  "upload.received",
  "upload.modifiedAt",
  "upload.touchedAt",
  "upload.fileId",
] as const;

/** The person's uploads that are not whole files yet, the latest first. */
export const listOpenUploads = (db: Db | Tx, actor: Actor) =>
  db
    .selectFrom("upload")
    .select(columns)
    .where("upload.districtId", "=", actor.districtId)
    .where(ownedBy(actor))
    .where("upload.fileId", "is", null)
    .orderBy("upload.touchedAt", "desc")
    .execute();

/** One upload of the person's own. */
export const readUploadState = (db: Db | Tx, actor: Actor, uploadId: string) =>
  db
    .selectFrom("upload")
    .select(columns)
    .where("upload.districtId", "=", actor.districtId)
    .where("upload.id", "=", uploadId)
    .where(ownedBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("upload"));

/** Where its pieces lie, in their order. */
export const listParts = (db: Db | Tx, { districtId }: Actor, uploadId: string) =>
  db
    .selectFrom("uploadPart")
    .select(["startsAtByte", "bytes", "storageKey"])
    .where("districtId", "=", districtId)
    .where("uploadId", "=", uploadId)
    .orderBy("startsAtByte")
    .execute();
