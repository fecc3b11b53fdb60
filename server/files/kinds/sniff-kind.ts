import { fileTypeFromBuffer } from "file-type";
import { findKind, kindOf, type FileKind } from "./file-kind.ts";
import { lookIntoOldOffice } from "./old-office.ts";
import { kindOfMp4 } from "./mp4-kind.ts";
import { archive, program, unknownKind } from "./refusals.ts";
import { kindOfText, seemsText } from "./text-kind.ts";
import { kindOfWebm } from "./webm-kind.ts";
import { lookIntoZip } from "./zip-kind.ts";
import { limits } from "../limits.ts";

/** A content that must be there whole before its kind is known. */
export interface Container {
  readonly maxBytes: number;
  /** Finds the kind, or throws why we do not take it. */
  look(path: string): Promise<FileKind>;
}

/** As many first bytes as the signatures of all kinds need. */
export const headBytes = 4100;

const oldOffice = "application/x-cfb";

/** Names of libraries for what we call by another one. */
const sameAs: Record<string, string> = {
  // A moving PNG is a PNG to every program that shows one.
  "image/apng": "image/png",
  "image/heif": "image/heic",
  "image/heic-sequence": "image/heic",
  "image/heif-sequence": "image/heic",
  "audio/x-m4a": "audio/mp4",
  "audio/ogg; codecs=opus": "audio/ogg",
  "video/x-m4v": "video/mp4",
};

const textual = /^text\/|^application\/xml$/;
const programs =
  /msdownload|elf|mach-binary|java-vm|wasm|shockwave|ms\.shortcut|apple\.alias|regedit|x-deb|x-rpm|apple-diskimage|chrome-extension|ms-htmlhelp/;
const archives =
  /x-tar|rar|gzip|bzip2|7z|x-xz|cab-compressed|lzip|x-compress|lzh|zstd|arj|cpio|ace-|lz4|unix-archive|asar/;

/** Finds the kind by the first bytes; the name only tells one text from another. Throws 415 with a sentence that says what to do. */
export async function sniffKind(head: Uint8Array, ending: string): Promise<FileKind | Container> {
  const found = (await fileTypeFromBuffer(head))?.mime as string | undefined;
  if (isZip(head)) return { maxBytes: limits.documentBytes, look: (path) => lookIntoZip(path, found) };
  if (found === oldOffice) return { maxBytes: limits.documentBytes, look: lookIntoOldOffice };
  if (found === "video/webm") return kindOfWebm(head);
  if (found === "video/mp4") return kindOfMp4(head);
  const kind = findKind(sameAs[found ?? ""] ?? found);
  if (kind) return kind;
  if ((!found || textual.test(found)) && seemsText(head)) return kindOf(kindOfText(head, ending));
  if (programs.test(found ?? "") || isProgram(head)) throw program();
  throw archives.test(found ?? "") ? archive() : unknownKind();
}

/** Whether the kind is known only from the whole content. */
export const isContainer = (sniffed: FileKind | Container): sniffed is Container => "look" in sniffed;

/** "PK" and how a ZIP begins, an empty one, or one cut in parts. */
const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && [0x0304, 0x0506, 0x0708].includes((head[2]! << 8) | head[3]!);

/** "MZ", how every program for Windows and DOS begins. */
const isProgram = (head: Uint8Array): boolean => head[0] === 0x4d && head[1] === 0x5a;
