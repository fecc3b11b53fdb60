import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import type { PreviewState, UploadedFile } from "#server/files/file.contract.ts";
import { fileColumns } from "#server/files/file.queries.ts";
import { keepFile } from "#server/files/keep-file.ts";
import { receiveFile, type Received } from "#server/files/receive-file.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { NotFound, Problem } from "#server/http/problems.ts";
import { endUpload } from "./end-upload.ts";
import { listParts, readUploadState } from "./upload.queries.ts";

type Place = { db: Db; storage: Storage; personBytes: number; isScanned: boolean };

/**
 * Makes the file of an upload that is there whole; asked again it gives the same file.
 * Throws 409 `upload-unfinished` while bytes are missing, and what `receiveFile` says of the whole; the upload is over then.
 */
export async function finishUpload(place: Place, actor: Actor, uploadId: string): Promise<UploadedFile> {
  const { db, storage } = place;
  // The pieces first: when the state then says that no file was made of them, none of them had been let go.
  const parts = await listParts(db, actor, uploadId);
  const upload = await readUploadState(db, actor, uploadId);
  if (upload.fileId) return await readFile(db, actor, upload.fileId);
  if (upload.received < upload.bytes) throw unfinished();
  if (bytesOf(parts) < upload.bytes) return await finishUpload(place, actor, uploadId); // the last one came just now
  const received = await putTogether(place, actor, { ...upload, parts }).catch(async (error: unknown) => {
    // Where the content is not at fault, another may have been faster and have let the pieces go.
    if (!(error instanceof Problem) && (await readUploadState(db, actor, uploadId)).fileId) return null;
    throw error;
  });
  if (!received) return await finishUpload(place, actor, uploadId);
  const kept = await db
    .transaction()
    .execute((tx) => makeFile(tx, actor, { uploadId, received, ...place }))
    .catch(async (error: unknown) => {
      if (error instanceof Problem) await storage.delete(received.key);
      throw error;
    });
  if (!kept.isNew) await storage.delete(received.key);
  for (const { storageKey } of parts) await storage.delete(storageKey);
  return kept.file;
}

async function putTogether(
  { db, storage }: Place,
  actor: Actor,
  { id, name, parts }: { id: string; name: string; parts: { storageKey: string }[] },
): Promise<Received> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (const { storageKey } of parts) yield* await storage.read(storageKey);
  }
  try {
    return await receiveFile(storage, { filename: name, file: whole() });
  } catch (error) {
    if (error instanceof Problem) await endUpload(db, storage, actor, id);
    throw error;
  }
}

/** Whoever holds the upload's row makes the file; the others find it made. */
async function makeFile(
  tx: Tx,
  actor: Actor,
  { uploadId, received, personBytes, isScanned }: { uploadId: string; received: Received } & Place,
): Promise<{ file: UploadedFile; isNew: boolean }> {
  const { districtId } = actor;
  const { fileId, bytes } = await tx
    .selectFrom("upload")
    .select(["fileId", "bytes"])
    .where("districtId", "=", districtId)
    .where("id", "=", uploadId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("upload"));
  if (fileId) return { file: await readFile(tx, actor, fileId), isNew: false };
  const file = await keepFile(tx, actor, received, { personBytes, heldBytes: bytes, isScanned });
  await tx
    .updateTable("upload")
    .set({ fileId: file.id, touchedAt: actor.now })
    .where("districtId", "=", districtId)
    .where("id", "=", uploadId)
    .execute();
  await tx
    .deleteFrom("uploadPart")
    .where("districtId", "=", districtId)
    .where("uploadId", "=", uploadId)
    .execute();
  return { file, isNew: !file.already };
}

async function readFile(db: Db | Tx, { districtId }: Actor, fileId: string): Promise<UploadedFile> {
  const file = await db
    .selectFrom("storedFile")
    .select(fileColumns)
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .executeTakeFirstOrThrow(() => new NotFound("file"));
  return { ...file, preview: file.preview as PreviewState, already: false };
}

const bytesOf = (parts: readonly { bytes: number }[]): number =>
  parts.reduce((sum, { bytes }) => sum + bytes, 0);

const unfinished = (): Problem =>
  new Problem(409, "upload-unfinished", "This upload is not whole yet.", { field: "file" });
