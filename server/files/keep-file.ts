import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Problem } from "#server/http/problems.ts";
import { enqueue } from "#server/jobs/queue.ts";
import type { PreviewState, UploadedFile } from "./file.contract.ts";
import { fileColumns, findSameContent, lockOwner, sumOfBytes } from "./file.queries.ts";
import { isDrawable } from "./kinds/file-kind.ts";
import type { Received } from "./receive-file.ts";

/** The room a person has, how much of it was held for this very content while it came, and whether a scanner looks at it. */
export interface Keeping {
  readonly personBytes: number;
  readonly heldBytes?: number;
  readonly isScanned?: boolean;
}

/** Makes a received content a file of the person's; one she had sent before stays the one file, `already` there. */
export async function keepFile(
  tx: Tx,
  actor: Actor,
  received: Received,
  { personBytes, heldBytes = 0, isScanned = false }: Keeping,
): Promise<UploadedFile> {
  await lockOwner(tx, actor);
  const same = await findSameContent(tx, actor, received.sha256);
  if (same) {
    await keepFromSweeping(tx, actor, same.id);
    return { ...same, preview: same.preview as PreviewState, already: true };
  }
  if ((await sumOfBytes(tx, actor)) - heldBytes + received.bytes > personBytes) throw noRoom(personBytes);
  const preview = isDrawable(received.mediaType) ? "waiting" : "none";
  const file = await insertFile(tx, actor, received, { preview, scan: isScanned ? "waiting" : "off" });
  const ref = { districtId: actor.districtId, fileId: file.id };
  if (isScanned) await enqueue(tx, "scan-file", ref);
  if (preview === "waiting") await enqueue(tx, "make-previews", ref);
  return { ...file, preview: file.preview as PreviewState, already: false };
}

const insertFile = (
  tx: Tx,
  { districtId, personId: ownerId, now: createdAt }: Actor,
  { key: storageKey, ...facts }: Received,
  states: { preview: PreviewState; scan: "off" | "waiting" },
) =>
  tx
    .insertInto("storedFile")
    .values({ districtId, id: uuidv7(), ownerId, storageKey, createdAt, ...states, ...facts })
    .returning(fileColumns)
    .executeTakeFirstOrThrow();

/** Sent anew means wanted anew: the sweeper counts its day from here. */
const keepFromSweeping = (tx: Tx, { districtId, now }: Actor, fileId: string) =>
  tx
    .updateTable("storedFile")
    .set({ createdAt: now })
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .execute();

/** Holds a file of the person's own until a row of this transaction refers to it; anybody else's, or one the scanner turned away, counts as missing. */
export async function claimFile(tx: Tx, { districtId, personId }: Actor, fileId: string): Promise<void> {
  await tx
    .selectFrom("storedFile")
    .select("id")
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .where("ownerId", "=", personId)
    .where("scan", "<>", "refused")
    .forKeyShare()
    .executeTakeFirstOrThrow(() => new NotFound("file"));
}

/** Refuses an upload whose announced size cannot fit, before anybody waits for it. */
export function refuseWithoutRoom(usedBytes: number, announced: number, personBytes: number): void {
  if (usedBytes >= personBytes || usedBytes + announced > personBytes + overhead) throw noRoom(personBytes);
}

/** What a multipart request may have around the file itself. */
const overhead = 64 * 1024;

/** There is no room for a file of that size. */
export function noRoom(personBytes: number): Problem {
  const megabytes = Math.floor(personBytes / 1024 / 1024);
  return new Problem(
    413,
    "no-room",
    `All your files together may have ${megabytes} MB, and this one does not fit. Ask your school if you need more.`,
    { field: "file", values: { megabytes } },
  );
}
