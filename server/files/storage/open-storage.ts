import { fileURLToPath } from "node:url";
import { FileStorage } from "./file-storage.ts";
import type { Storage } from "./storage.ts";

/** Opens the storage of `FILES_URL`; `file:` is the one there is. */
export function openStorage(filesUrl: string): Storage {
  return new FileStorage(fileURLToPath(filesUrl));
}
