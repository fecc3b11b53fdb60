import type { Db } from "#server/database/connect.ts";
import { ContentMissing, type Storage } from "../storage/storage.ts";
import { ScannerSilent, type Scanner, type Verdict } from "./scanner.ts";

type Place = { db: Db; files: Storage; scanner: Scanner };
type FileRef = { districtId: string; fileId: string };
type WaitingFile = FileRef & { storageKey: string };

const atOnce = 50;

/** Has one file looked at, if it still waits; a scanner without a verdict leaves it waiting. */
export async function scanFile(place: Place, { districtId, fileId }: FileRef): Promise<void> {
  const file = await waiting(place.db)
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .executeTakeFirst();
  if (file) await look(place, file);
}

/** Has every file looked at that waits, oldest first, until the scanner no longer answers. */
export async function scanWaiting(place: Place): Promise<void> {
  const tried: string[] = [];
  for (;;) {
    const files = await waiting(place.db)
      .orderBy("createdAt")
      .limit(tried.length + atOnce)
      .execute();
    const next = files.filter(({ fileId }) => !tried.includes(fileId));
    if (next.length === 0) return;
    for (const file of next) {
      if (!(await look(place, file))) return;
      tried.push(file.fileId);
    }
  }
}

const waiting = (db: Db) =>
  db
    .selectFrom("storedFile")
    .select(["districtId", "id as fileId", "storageKey"])
    .where("scan", "=", "waiting");

/** Asks, and notes what was said; false when the scanner answers nobody. */
async function look({ db, files, scanner }: Place, file: WaitingFile): Promise<boolean> {
  try {
    const verdict = await scanner.scan(await files.read(file.storageKey));
    if (verdict.found === null) await note(db, file, { scan: "clean", scanNote: null });
    else await refuse(db, files, file, verdict);
    return true;
  } catch (error) {
    // What is lost is for the check of contents to find.
    if (error instanceof ContentMissing) return true;
    if (!(error instanceof ScannerSilent)) throw error;
    await note(db, file, { scan: "waiting", scanNote: error.message });
    return error.onlyThis;
  }
}

/** Turns a file away: its content and its pictures are destroyed, its row stays to say so. */
async function refuse(db: Db, files: Storage, file: WaitingFile, { found }: Verdict): Promise<void> {
  const pictures = await db.transaction().execute(async (tx) => {
    await note(tx, file, { scan: "refused", scanNote: found, preview: "failed" });
    return await tx
      .deleteFrom("filePreview")
      .where("districtId", "=", file.districtId)
      .where("fileId", "=", file.fileId)
      .returning("storageKey")
      .execute();
  });
  for (const { storageKey } of [file, ...pictures]) await files.delete(storageKey);
}

const note = (
  db: Db,
  { districtId, fileId }: FileRef,
  said: { scan: "clean" | "waiting" | "refused"; scanNote: string | null; preview?: "failed" },
) =>
  db
    .updateTable("storedFile")
    .set(said)
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .where("scan", "=", "waiting")
    .execute();
