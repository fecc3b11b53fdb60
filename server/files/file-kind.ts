import { fileTypeFromBuffer } from "file-type";
import { Problem } from "#server/http/problems.ts";
import { limits } from "./limits.ts";

/** A kind of file we take, known by its first bytes and never by its name. */
export interface FileKind {
  readonly mediaType: string;
  /** Endings its name may have; the first is given to a name that has none. */
  readonly extensions: readonly string[];
  readonly maxBytes: number;
}

const image = (mediaType: string, ...extensions: string[]): FileKind => ({
  mediaType,
  extensions,
  maxBytes: limits.imageBytes,
});

/** The kinds taken today. */
export const fileKinds: readonly FileKind[] = [
  image("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
  image("image/png", "png", "apng"),
  image("image/webp", "webp"),
  { mediaType: "application/pdf", extensions: ["pdf"], maxBytes: limits.pdfBytes },
];

/** The largest file of any kind. */
export const largestFile = Math.max(...fileKinds.map((kind) => kind.maxBytes));

/** As many first bytes as the signatures of all kinds need. */
export const headBytes = 4100;

/** Finds the kind by the first bytes; throws 415 with a sentence naming what is taken. */
export async function sniffKind(head: Uint8Array): Promise<FileKind> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  // A moving PNG is a PNG to every program that shows one.
  const mediaType = found === "image/apng" ? "image/png" : found;
  const kind = fileKinds.find((each) => each.mediaType === mediaType);
  if (!kind) {
    throw new Problem(
      415,
      "file-kind",
      "We can take photos and pictures (JPEG, PNG, WebP) and PDF files. Save your work as one of these and add it again.",
      { field: "file" },
    );
  }
  return kind;
}
