import type { FastifyReply, FastifyRequest } from "fastify";
import { Problem } from "#server/http/problems.ts";
import { ContentMissing, type ByteRange, type Storage } from "./storage/storage.ts";

interface Content {
  readonly storageKey: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly etag: string;
  readonly cacheControl: string;
}

/** What browsers show or play by themselves without running anything; everything else is only ever saved. */
const inlineKinds =
  /^(?:image\/(?:jpeg|png|webp|gif|avif)|application\/pdf|(?:audio|video)\/(?:mpeg|mp4|wav|ogg|webm|quicktime))$/;

/** Sends a content, or the range asked for, in a way no browser can mistake for a page of ours. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  storage: Storage,
  content: Content,
): Promise<FastifyReply> {
  reply.headers(headersOf(content));
  if (request.headers["if-none-match"] === content.etag) return reply.code(304).send();
  const range = rangeOf(request, content);
  if (range === "beyond") {
    reply.header("content-range", `bytes */${content.bytes}`);
    throw new Problem(416, "range", "The file ends before that.");
  }
  if (range) reply.code(206).header("content-range", `bytes ${range.start}-${range.end}/${content.bytes}`);
  reply.header("content-length", range ? range.end - range.start + 1 : content.bytes);
  return reply.send(await opened(request, storage, content.storageKey, range ?? undefined));
}

/** A content that is lost is not the reader's mistake, and no reason to ask her to try again. */
async function opened(request: FastifyRequest, storage: Storage, key: string, range?: ByteRange) {
  try {
    return await storage.read(key, range);
  } catch (error) {
    if (!(error instanceof ContentMissing)) throw error;
    request.log.error(error);
    throw new Problem(
      410,
      "file-lost",
      "This file can no longer be opened. Your school can see that it is missing.",
    );
  }
}

const headersOf = ({ mediaType, name, etag, cacheControl }: Content): Record<string, string> => ({
  "content-type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
  "content-disposition": disposition(inlineKinds.test(mediaType) ? "inline" : "attachment", name),
  "content-security-policy": policyOf(mediaType),
  "x-content-type-options": "nosniff",
  "accept-ranges": "bytes",
  "cache-control": cacheControl,
  etag,
});

/** Whatever a file holds, it runs nothing and reaches nothing; browsers' PDF viewers refuse to start in a sandbox. */
function policyOf(mediaType: string): string {
  if (mediaType === "application/pdf")
    return "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
  // Opened by itself, a film is a page that plays itself.
  const media = /^(audio|video)\//.test(mediaType) ? "media-src 'self'; " : "";
  return `default-src 'none'; ${media}style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox`;
}

/** RFC 6266 with RFC 5987: the plain form for old programs, the whole name for the rest. */
export function disposition(way: "inline" | "attachment", name: string): string {
  const plain = name.normalize("NFKD").replace(/[^ -~]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${way}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The one range asked for; null for the whole content, which also answers what we do not understand (RFC 9110). */
function rangeOf(request: FastifyRequest, { bytes, etag }: Content): ByteRange | "beyond" | null {
  const ifRange = request.headers["if-range"];
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? "");
  if (!match || (ifRange !== undefined && ifRange !== etag)) return null;
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  return start >= bytes ? "beyond" : { start, end };
}
