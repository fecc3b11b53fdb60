import type { Db, Tx } from "#server/database/connect.ts";
import type { Jobs } from "#server/jobs/jobs.ts";
import type { Storage } from "../storage/storage.ts";
import { drawPreviews, type Drawn } from "./draw-previews.ts";

type FileRef = Jobs["make-previews"];

interface KeptPicture {
  readonly kind: string;
  readonly storageKey: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** Makes the pictures of a file; made twice, the second ones replace the first. */
export async function makePreviews(db: Db, storage: Storage, ref: FileRef): Promise<void> {
  const file = await findFile(db, ref);
  if (file) await makeFrom(db, storage, ref, file);
}

/** Makes the pictures of a film from the one its owner's browser drew, and lets go of that one. */
export async function makePoster(db: Db, storage: Storage, order: Jobs["make-poster"]): Promise<void> {
  const { pictureKey, ...ref } = order;
  const film = await findFile(db, ref);
  // Told a second time, after the first made them: the picture is gone and nothing is missing.
  if (film?.preview === "waiting")
    await makeFrom(db, storage, ref, { storageKey: pictureKey, mediaType: "image/jpeg" });
  await storage.delete(pictureKey);
}

async function makeFrom(
  db: Db,
  storage: Storage,
  ref: FileRef,
  source: { storageKey: string; mediaType: string },
): Promise<void> {
  const pictures: KeptPicture[] = [];
  const drawn = await storage.withLocalFile(source.storageKey, (path) =>
    drawPreviews({ path, mediaType: source.mediaType }, async ({ kind, data, width, height }) => {
      const storageKey = await storage.put(inOne(data));
      pictures.push({ kind, storageKey, width, height, bytes: data.byteLength });
    }),
  );
  const replaced = await db.transaction().execute((tx) => replacePictures(tx, ref, pictures, drawn));
  for (const key of replaced) await storage.delete(key);
}

/** Says that a file has no pictures, after the last try. */
export const giveUpPreviews = (db: Db, { districtId, fileId }: FileRef) =>
  db
    .updateTable("storedFile")
    .set({ preview: "failed" })
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .execute();

const findFile = (db: Db, { districtId, fileId }: FileRef) =>
  db
    .selectFrom("storedFile")
    .select(["storageKey", "mediaType", "preview"])
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .where("scan", "<>", "refused")
    .executeTakeFirst();

/** Returns the keys of the pictures that no row holds any more. */
async function replacePictures(
  tx: Tx,
  { districtId, fileId }: FileRef,
  pictures: KeptPicture[],
  drawn: Drawn,
): Promise<string[]> {
  const file = await tx
    .updateTable("storedFile")
    .set(drawn === null ? { preview: "failed" } : { preview: "made", ...drawn })
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .where("scan", "<>", "refused")
    .returning("id")
    .executeTakeFirst();
  // Swept meanwhile, or turned away.
  if (!file) return pictures.map((picture) => picture.storageKey);
  const old = await tx
    .deleteFrom("filePreview")
    .where("districtId", "=", districtId)
    .where("fileId", "=", fileId)
    .returning("storageKey")
    .execute();
  const rows = pictures.map((picture) => ({ districtId, fileId, ...picture }));
  if (rows.length > 0) await tx.insertInto("filePreview").values(rows).execute();
  return old.map((each) => each.storageKey);
}

async function* inOne(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data;
}
