import type { CopyReply } from "#server/records/copies/copy.contract.ts";
import { get } from "../api/client.ts";

export type { CopyReply } from "#server/records/copies/copy.contract.ts";

/** Asks whether a school issued a file with this digest. */
export const findCopy = (sha256: string) => get<CopyReply>(`/api/copies/${sha256}`);

/** The SHA-256 of a file in hexadecimal, taken in the browser. */
export async function fingerprintOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
