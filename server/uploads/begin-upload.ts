import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { lockOwner, sumOfBytes } from "#server/files/file.queries.ts";
import { noRoom } from "#server/files/keep-file.ts";
import { largestFile } from "#server/files/kinds/file-kind.ts";
import { emptyFile, tooLargeFor } from "#server/files/receive-file.ts";
import { Problem } from "#server/http/problems.ts";
import type { Told } from "./tus.ts";
import { listOpenUploads } from "./upload.queries.ts";

/** More than anybody goes on with; a page sends two at a time. */
const mostOpen = 50;

/** Begins an upload and holds room for all of it; throws 400 `file-empty`, 413 `file-too-large` or `no-room`, 409 `uploads-unfinished`. */
export async function beginUpload(
  tx: Tx,
  actor: Actor,
  { name, modifiedAt, bytes }: Told & { bytes: number },
  personBytes: number,
): Promise<{ id: string; bytes: number; received: number; touchedAt: Date }> {
  if (bytes === 0) throw emptyFile();
  if (bytes > largestFile()) throw tooLargeFor("a file", largestFile());
  await lockOwner(tx, actor);
  if ((await listOpenUploads(tx, actor)).length >= mostOpen) throw tooManyOpen();
  if ((await sumOfBytes(tx, actor)) + bytes > personBytes) throw noRoom(personBytes);
  const { districtId, personId: ownerId, now } = actor;
  const upload = { id: uuidv7(), bytes, received: 0, touchedAt: now };
  await tx
    .insertInto("upload")
    .values({ districtId, ownerId, name, modifiedAt, createdAt: now, ...upload })
    .execute();
  return upload;
}

const tooManyOpen = (): Problem =>
  new Problem(
    409,
    "uploads-unfinished",
    `${mostOpen} uploads of yours are not finished. Go on with them or remove some, then add this one.`,
    { field: "file" },
  );
