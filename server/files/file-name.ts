import { Problem } from "#server/http/problems.ts";
import { fileKinds, type FileKind } from "./kinds/file-kind.ts";
import { nameOf } from "./kinds/refusals.ts";

const longest = 120;
/** Endings of pictures we do not take; a picture under one of them is still an honest picture. */
const otherPictures = ["heics", "heifs", "bmp", "tif", "tiff"];
/** Endings that promise a program, a package or a document; a text may not bear one of them. */
const promising =
  /^(exe|com|scr|msi|dll|bin|app|apk|dmg|iso|jar|lnk|zip|rar|7z|gz|tgz|tar|rtf|docm|xlsm|pptm|pages|numbers|key|epub)$/;
// Control characters, and marks that make "fdp.exe" read as "exe.pdf".
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

/** The name as a person may see it again: one line, no path, with the ending its content has; a lying ending throws. */
export function safeName(given: string | undefined, kind: FileKind): string {
  const name = clean(given ?? "");
  const { stem, ending } = split(name);
  const fits = kind.extensions.includes(ending.toLowerCase());
  // Code and web pages are kept as what they are to us, text, so that nothing runs when somebody opens them.
  if (isCode(ending, kind)) return `${shorten(name, longest - 4)}.txt`;
  if (ending !== "" && !fits && !isHarmless(ending, kind)) throw lyingName(ending, kind);
  const kept = fits ? ending : (kind.extensions[0] ?? "");
  return `${shorten(stem, longest - kept.length - 1) || "file"}.${kept}`;
}

/** The ending a name has, in small letters; empty for none. */
export const endingOf = (given: string | undefined): string => split(clean(given ?? "")).ending.toLowerCase();

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

/** Phones and web pages often name one kind of picture, or of sound and video, as another and mean no harm. */
const isHarmless = (ending: string, kind: FileKind): boolean =>
  groupOf(kind) !== "document" && groupsOf(ending.toLowerCase()).includes(groupOf(kind));

const isCode = (ending: string, { mediaType }: FileKind): boolean =>
  mediaType === "text/plain" &&
  ending !== "" &&
  !promising.test(ending.toLowerCase()) &&
  groupsOf(ending.toLowerCase()).length === 0;

type Group = "picture" | "media" | "document";

/** A drawing in SVG is text to machines, and only its own ending is honest. */
const groupOf = ({ family, isText }: FileKind): Group =>
  isText || family === "document" ? "document" : family === "image" ? "picture" : "media";

function groupsOf(ending: string): Group[] {
  if (otherPictures.includes(ending)) return ["picture"];
  return fileKinds.filter(({ extensions }) => extensions.includes(ending)).map(groupOf);
}

/** Cuts between characters, never inside one. */
const shorten = (text: string, length: number): string => [...text].slice(0, length).join("").trim();

const lyingName = (ending: string, kind: FileKind): Problem =>
  new Problem(
    415,
    "file-ending",
    `The name of this file ends in “.${ending}”, but inside it is ${nameOf(kind)}. Save it again with the right ending and add that.`,
    { field: "file" },
  );
