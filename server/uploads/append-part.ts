import type { Readable } from "node:stream";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { recognise } from "#server/files/receive-file.ts";
import { headBytes } from "#server/files/kinds/sniff-kind.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { Problem } from "#server/http/problems.ts";
import { endUpload } from "./end-upload.ts";
import { elsewhere } from "./tus.ts";
import { untilItBreaks } from "./until-it-breaks.ts";
import { readUploadState } from "./upload.queries.ts";

/** Where an upload stands after a piece. */
export interface Standing {
  readonly received: number;
  readonly bytes: number;
  readonly touchedAt: Date;
}

type Place = { db: Db; storage: Storage };
type Piece = { uploadId: string; startsAtByte: number; content: Readable };

/**
 * Keeps what arrives of a piece, also when the line breaks on the way, and tells where the upload stands then.
 * Throws 409 `upload-elsewhere` when it goes on at another byte, 413 when more comes than was announced,
 * 415 and what else `recognise` says of the first bytes; the upload is over then.
 */
export async function appendPart(
  { db, storage }: Place,
  actor: Actor,
  { uploadId, startsAtByte, content }: Piece,
): Promise<Standing> {
  const upload = await readUploadState(db, actor, uploadId);
  if (upload.received !== startsAtByte || upload.fileId) throw elsewhere(upload.received);
  const arriving = new Arriving(content, upload.bytes - startsAtByte);
  const look = (head: Uint8Array) => recognise(head, upload.name, upload.bytes);
  const key = await storage.put(arriving.pass(startsAtByte === 0 ? look : undefined)).catch(async (error) => {
    // What is wrong with the content is wrong with every piece of it.
    if (error instanceof Problem) await endUpload(db, storage, actor, uploadId);
    throw error;
  });
  if (arriving.bytes === 0) {
    await storage.delete(key);
    return upload;
  }
  const part = { uploadId, startsAtByte, bytes: arriving.bytes, storageKey: key };
  const standing = await db.transaction().execute((tx) => insertPart(tx, actor, part));
  if (standing) return standing;
  await storage.delete(key);
  throw elsewhere((await readUploadState(db, actor, uploadId)).received);
}

/** The condition on what was received decides between two senders at the same place. */
async function insertPart(
  tx: Tx,
  { districtId, now: touchedAt }: Actor,
  part: { uploadId: string; startsAtByte: number; bytes: number; storageKey: string },
): Promise<Standing | undefined> {
  const received = part.startsAtByte + part.bytes;
  const standing = await tx
    .updateTable("upload")
    .set({ received, touchedAt })
    .where("districtId", "=", districtId)
    .where("id", "=", part.uploadId)
    .where("received", "=", part.startsAtByte)
    .where("fileId", "is", null)
    .returning(["received", "bytes", "touchedAt"])
    .executeTakeFirst();
  if (standing)
    await tx
      .insertInto("uploadPart")
      .values({ districtId, ...part })
      .execute();
  return standing;
}

/** A piece on its way: counted, its beginning looked at, and ended where the line breaks. */
class Arriving {
  bytes = 0;
  private readonly content: Readable;
  private readonly most: number;

  constructor(content: Readable, most: number) {
    this.content = content;
    this.most = most;
  }

  async *pass(look?: (head: Uint8Array) => Promise<unknown>): AsyncGenerator<Uint8Array> {
    let head: Uint8Array[] | undefined = look ? [] : undefined;
    for await (const chunk of untilItBreaks(this.content)) {
      this.bytes += chunk.length;
      if (this.bytes > this.most) throw tooMuch();
      head?.push(chunk);
      if (head && (this.bytes >= headBytes || this.bytes === this.most)) {
        await look!(Buffer.concat(head));
        head = undefined;
      }
      yield chunk;
    }
  }
}

const tooMuch = (): Problem =>
  new Problem(413, "upload-longer", "More came than was announced. Please add the file again.", {
    field: "file",
  });
