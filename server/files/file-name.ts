import { Problem } from "#server/http/problems.ts";
import type { FileKind } from "./file-kind.ts";

const longest = 120;
/** Endings of pictures: phones and web pages often name one kind as another and mean no harm. */
const pictureEndings = new Set([
  "jpg",
  "jpeg",
  "jpe",
  "jfif",
  "png",
  "apng",
  "webp",
  "gif",
  "heic",
  "heif",
  "avif",
  "bmp",
  "tif",
  "tiff",
]);
// Control characters, and marks that make "fdp.exe" read as "exe.pdf".
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

/** The name as a person may see it again: one line, no path, with the ending its content has; a lying ending throws. */
export function safeName(given: string | undefined, kind: FileKind): string {
  const { stem, ending } = split(clean(given ?? ""));
  const fits = kind.extensions.includes(ending.toLowerCase());
  if (ending !== "" && !fits && !isHarmless(ending, kind)) throw lyingName(ending, kind);
  const kept = fits ? ending : (kind.extensions[0] ?? "");
  return `${shorten(stem, longest - kept.length - 1) || "file"}.${kept}`;
}

const clean = (name: string): string =>
  name
    .normalize("NFC")
    .replace(unsafe, "")
    .replace(/^.*[\\/]/s, "")
    .replace(/[<>:"|?*]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function split(name: string): { stem: string; ending: string } {
  const match = /^(.*)\.([A-Za-z0-9]{1,8})$/s.exec(name);
  return match
    ? { stem: match[1]!.trim(), ending: match[2]! }
    : { stem: name.replace(/\.+$/, ""), ending: "" };
}

const isHarmless = (ending: string, kind: FileKind): boolean =>
  kind.mediaType.startsWith("image/") && pictureEndings.has(ending.toLowerCase());

/** Cuts between characters, never inside one. */
const shorten = (text: string, length: number): string => [...text].slice(0, length).join("").trim();

const lyingName = (ending: string, kind: FileKind): Problem =>
  new Problem(
    415,
    "file-ending",
    `The name of this file ends in “.${ending}”, but inside it is ${kind.mediaType.startsWith("image/") ? "a picture" : "a PDF"}. Save it again with the right ending and add that.`,
    { field: "file" },
  );
