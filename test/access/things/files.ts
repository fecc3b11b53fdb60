import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { aPhoto } from "#test/support/uploads.ts";
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

async function* inOne(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data;
}
