import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { aFilm, aPhoto } from "#test/support/uploads.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** A photo with a small picture, as a further version of her piece. */
export async function bringFile(
  db: Db,
  files: Storage,
  { student }: Circle,
  workSampleId: string,
): Promise<string> {
  const { districtId, personId: ownerId } = student;
  const id = uuidv7();
  const photo = await aPhoto();
  const put = () => files.put(inOne(photo));
  await db
    .insertInto("storedFile")
    .values({
      districtId,
      id,
      ownerId,
      name: "creek.jpg",
      mediaType: "image/jpeg",
      bytes: photo.length,
      sha256: createHash("sha256").update(photo).digest(),
      storageKey: await put(),
    })
    .execute();
  await db
    .insertInto("filePreview")
    .values({
      districtId,
      fileId: id,
      kind: "small",
      storageKey: await put(),
      width: 480,
      height: 360,
      bytes: photo.length,
    })
    .execute();
  await db
    .insertInto("workVersion")
    .values({ districtId, id: uuidv7(), workSampleId, number: 2, stage: "final", kind: "file", fileId: id })
    .execute();
  return id;
}

/** A film she sent, not yet in any piece. */
export async function bringFilm(db: Db, files: Storage, { student }: Circle): Promise<string> {
  const { districtId, personId: ownerId } = student;
  const [id, film] = [uuidv7(), aFilm()];
  await db
    .insertInto("storedFile")
    .values({
      districtId,
      id,
      ownerId,
      name: "creek.mp4",
      mediaType: "video/mp4",
      bytes: film.length,
      sha256: createHash("sha256").update(film).digest(),
      storageKey: await files.put(inOne(film)),
      preview: "none",
    })
    .execute();
  return id;
}

/** Two uploads of hers: one with nothing there yet, one that is there whole and not yet a file. */
export async function bringUploads(
  db: Db,
  files: Storage,
  { student }: Circle,
): Promise<{ uploadId: string; wholeUploadId: string }> {
  const { districtId, personId: ownerId } = student;
  const [uploadId, wholeUploadId] = [uuidv7(), uuidv7()];
  const page = Buffer.from("What the creek looked like in May");
  const begun = { districtId, ownerId, name: "creek.txt", bytes: page.length };
  const at = { createdAt: conferenceNight, touchedAt: conferenceNight };
  await db
    .insertInto("upload")
    .values([
      { id: uploadId, ...begun, ...at },
      { id: wholeUploadId, ...begun, ...at, received: page.length },
    ])
    .execute();
  await db
    .insertInto("uploadPart")
    .values({
      districtId,
      uploadId: wholeUploadId,
      startsAtByte: 0,
      bytes: page.length,
      storageKey: await files.put(inOne(page)),
    })
    .execute();
  return { uploadId, wholeUploadId };
}

/** A content that comes in one piece. */
export async function* inOne(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data;
}
