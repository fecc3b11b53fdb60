import { Problem } from "#server/http/problems.ts";
import type { FileKind } from "./file-kind.ts";

const refusal = (code: string, detail: string) => (): Problem =>
  new Problem(415, code, detail, { field: "file" });

/** A content we do not know. */
export const unknownKind = refusal(
  "file-kind",
  "We do not know this kind of file. We take pictures, PDF and Office files, text, sound and video. Save your work as one of these, often as a PDF, and add it again.",
);

/** A package of files that is no document. */
export const archive = refusal(
  "file-archive",
  "This is a package of files, such as a ZIP. Open it on your device and add the files in it one by one. Work from Pages, Numbers or Keynote: export it as a PDF.",
);

/** A program, whatever its name says. */
export const program = refusal(
  "file-program",
  "This is a program, and programs may harm the person who opens them. Add a picture or a video of what it does, or its code as text.",
);

/** A document with programs inside. */
export const macros = refusal(
  "file-macros",
  "This file has small programs (macros) in it, and they may harm the person who opens them. Save it without macros or as a PDF and add it again.",
);

/** A document nobody opens without its password. */
export const locked = refusal(
  "file-locked",
  "This file is locked with a password, so your family could not open it. Save it without one and add it again.",
);

const names: Record<FileKind["family"], string> = {
  image: "a picture",
  document: "a document",
  audio: "a sound",
  video: "a video",
};

/** What a kind is called in a sentence. */
export function nameOf({ mediaType, family, isText }: FileKind): string {
  if (mediaType === "application/pdf") return "a PDF";
  return family === "document" && isText ? "text" : names[family];
}
