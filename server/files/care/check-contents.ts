import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { enqueue } from "#server/jobs/queue.ts";
import { ContentMissing, type Storage } from "../storage/storage.ts";

/** What is wrong with a content; null when it is what was taken in. */
export type Damage = "missing" | "changed" | null;

interface DueFile {
  readonly districtId: string;
  readonly fileId: string;
  readonly storageKey: string;
  readonly bytes: number;
  readonly sha256: Buffer;
}
type Place = { db: Db; files: Storage };

const aDay = 86_400_000;
/** Disks lose bits in years and people delete folders in seconds: a month is between the two. */
const everyDays = 30;
const atOnce = 50;

/** Compares the files that are due with what was taken in, the longest unseen first, until so many bytes were read. */
export async function checkContents(place: Place, now: Date, maxBytes: number): Promise<void> {
  let read = 0;
  while (read < maxBytes) {
    const due = await listDue(place.db, now);
    if (due.length === 0) return;
    for (const file of due) {
      await checkContent(place, file, now);
      read += file.bytes;
    }
  }
}

/** Compares one content with what was taken in, and notes what was found; pictures that are lost are made anew. */
export async function checkContent({ db, files }: Place, file: DueFile, now: Date): Promise<Damage> {
  const damage = await damageOf(files, file);
  await db
    .updateTable("storedFile")
    .set({
      checkedAt: now,
      damage,
      damagedAt: damage === null ? null : sql<Date>`coalesce(damaged_at, ${now})`,
    })
    .where("districtId", "=", file.districtId)
    .where("id", "=", file.fileId)
    .execute();
  if (damage === null) await remakeLostPictures({ db, files }, file);
  return damage;
}

async function damageOf(files: Storage, { storageKey, sha256 }: DueFile): Promise<Damage> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of await files.read(storageKey)) hash.update(chunk as Uint8Array);
  } catch (error) {
    if (error instanceof ContentMissing) return "missing";
    throw error;
  }
  return hash.digest().equals(sha256) ? null : "changed";
}

async function remakeLostPictures({ db, files }: Place, { districtId, fileId }: DueFile): Promise<void> {
  const pictures = await db
    .selectFrom("filePreview")
    .innerJoin("storedFile", (join) =>
      join
        .onRef("storedFile.districtId", "=", "filePreview.districtId")
        .onRef("storedFile.id", "=", "filePreview.fileId"),
    )
    .select(["filePreview.storageKey", "filePreview.bytes"])
    .where("filePreview.districtId", "=", districtId)
    .where("filePreview.fileId", "=", fileId)
    // A film's picture was drawn in the browser that sent it; nobody here can draw it again.
    .where("storedFile.mediaType", "not like", "video/%")
    .execute();
  for (const { storageKey, bytes } of pictures) {
    if ((await files.measure(storageKey)) === bytes) continue;
    return await db.transaction().execute((tx) => enqueue(tx, "make-previews", { districtId, fileId }));
  }
}

const dueColumns = ["districtId", "id as fileId", "storageKey", "bytes", "sha256"] as const;

const listDue = (db: Db, now: Date): Promise<DueFile[]> =>
  db
    .selectFrom("storedFile")
    .select(dueColumns)
    .where("scan", "<>", "refused")
    .where(sql<boolean>`coalesce(checked_at, created_at) < ${new Date(now.getTime() - everyDays * aDay)}`)
    .orderBy(sql`coalesce(checked_at, created_at)`)
    .limit(atOnce)
    .execute();

/** One file, to compare it now. */
export const findContent = (
  db: Db,
  { districtId }: { districtId: string },
  fileId: string,
): Promise<DueFile | undefined> =>
  db
    .selectFrom("storedFile")
    .select(dueColumns)
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .where("scan", "<>", "refused")
    .executeTakeFirst();
