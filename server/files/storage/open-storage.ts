import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FileStorage } from "./file-storage.ts";
import { PassingFiles } from "./passing-files.ts";
import { readS3Address } from "./s3-address.ts";
import type { Storage } from "./storage.ts";

/** Opens the storage of `FILES_URL`, a folder or a bucket; the folder is made with the first content, the bucket must be there. */
export async function openStorage(filesUrl: string, dataDir: string): Promise<Storage> {
  if (filesUrl.startsWith("file:")) return new FileStorage(fileURLToPath(filesUrl));
  // Half a second of loading that only those pay who use it.
  const { S3Storage } = await import("./s3-storage.ts");
  return new S3Storage(readS3Address(filesUrl), new PassingFiles(join(dataDir, "passing")));
}
