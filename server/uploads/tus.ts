import type { FastifyReply } from "fastify";
import { Invalid, Problem } from "#server/http/problems.ts";
import { uploadExpiry } from "./expire-uploads.ts";

/** What a client told of the file. */
export interface Told {
  readonly name: string;
  readonly modifiedAt: Date | null;
}

/** Reads “Upload-Metadata”: pairs of a word and a value in base64, between commas. */
export function readMetadata(header = ""): Told {
  const pairs = new Map(
    header.split(",").map((pair): [string, string] => {
      const [word = "", value = ""] = pair.trim().split(" ");
      return [word, value];
    }),
  );
  const name = decoded(pairs.get("filename")).slice(0, 500);
  const modified = new Date(Number(decoded(pairs.get("modified")) || Number.NaN));
  // Before PostgreSQL's own calendar begins or after ours ends nobody changed a file.
  const isSane = modified.getTime() > 0 && modified.getUTCFullYear() < 10_000;
  return { name, modifiedAt: isSane ? modified : null };
}

function decoded(value = ""): string {
  const text = Buffer.from(value, "base64").toString("utf8");
  if (text.includes("\u0000"))
    throw new Invalid("upload-metadata", "This text has characters that cannot be kept.", "broken-text");
  return text;
}

/** What every answer says of an upload that can go on. */
export function tellState(
  reply: FastifyReply,
  { received, bytes, touchedAt }: { received: number; bytes: number; touchedAt: Date },
): FastifyReply {
  return reply.headers({
    "tus-resumable": "1.0.0",
    "upload-offset": String(received),
    "upload-length": String(bytes),
    "upload-expires": uploadExpiry(touchedAt).toUTCString(),
    "cache-control": "no-store",
  });
}

/** Somebody sent from another place than where the upload stands; the client asks and goes on from there. */
export const elsewhere = (received: number): Problem =>
  new Problem(409, "upload-elsewhere", `This upload goes on at byte ${received}.`, { current: received });
