import { readFile } from "node:fs/promises";
import decode from "heic-decode";
import { limits } from "../limits.ts";
import type { Raw } from "./draw-image.ts";

/** The pixels of a phone's photo, upright; throws when it has more than fit into memory. */
export async function openHeic(path: string): Promise<{ data: Buffer; raw: Raw }> {
  const buffer = await readFile(path);
  if (mostPixels(buffer) > limits.heicPixels) throw new Error("Too many pixels.");
  const { width, height, data } = await decode({ buffer });
  return { data: Buffer.from(data.buffer), raw: { width, height, channels: 4 } };
}

/** The pixels of the largest picture any part declares: what is shown may be a small piece cut out of it. */
function mostPixels(file: Buffer): number {
  const meta = metaOf(file);
  let most = 0;
  // An "ispe" box: its name, four bytes of version and flags, width and height.
  for (let at = meta.indexOf("ispe"); at >= 0 && at + 16 <= meta.length; at = meta.indexOf("ispe", at + 4))
    most = Math.max(most, meta.readUInt32BE(at + 8) * meta.readUInt32BE(at + 12));
  return most;
}

/** The box that describes the pictures; the pictures themselves lie in another. */
function metaOf(file: Buffer): Buffer {
  for (let at = 0; at + 8 <= file.length;) {
    const bytes = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "meta") return file.subarray(at, at + bytes);
    if (bytes < 8) break;
    at += bytes;
  }
  throw new Error("No description of the picture.");
}
