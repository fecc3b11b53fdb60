import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Font, FontCollection } from "fontkit";
import * as fontkit from "fontkit";

/** Where systems keep the faces that are installed on them. */
const usualFolders = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  join(homedir(), ".local/share/fonts"),
  join(homedir(), "Library/Fonts"),
  "/Library/Fonts",
  "/System/Library/Fonts",
  "C:\\Windows\\Fonts",
];

/** How a Noto family ends for a language's own way of writing Han letters; the last stands for everybody else. */
const han: [RegExp, string[]][] = [
  [/^ja\b/, ["JP"]],
  [/^ko\b/, ["KR"]],
  [/^zh-(Hant|TW|MO)\b/, ["TC"]],
  [/^zh-HK\b/, ["HK", "TC"]],
  [/(?:)/, ["SC"]],
];

const isEastAsian =
  /[\p{Script=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\u3000-\u303f\uff00-\uffef]/u;

/** The other scripts that are looked for, as the names of their faces have them. */
const scripts = [
  ...["Hebrew", "Ethiopic", "Armenian", "Georgian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil"],
  ...["Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar"],
].map((name) => ({ name, has: new RegExp(`\\p{Script=${name}}`, "u") }));

/** A file of one or several faces whose name says that it is Noto. */
interface FontFile {
  readonly path: string;
  readonly isBold: boolean;
}

const listed = new Map<string, FontFile[]>();
const opened = new Map<string, Font[]>();
const chosen = new Map<string, Font | null>();

/**
 * An installed Noto face with this letter, in the language's own way of writing where Han letters differ; null where
 * there is none. Looked for at the first letter no shipped face has: `FONTS_DIR`, else the system's own folders.
 */
export function installedFace(codePoint: number, language: string, isStrong: boolean): Font | null {
  const folder = process.env["FONTS_DIR"] ?? "";
  const key = `${codePoint} ${language} ${isStrong} ${folder}`;
  const before = chosen.get(key);
  if (before !== undefined) return before;
  const face = find(codePoint, { folder, language, isStrong });
  chosen.set(key, face);
  return face;
}

interface Wanted {
  readonly folder: string;
  readonly language: string;
  readonly isStrong: boolean;
}

function find(codePoint: number, { folder, language, isStrong }: Wanted): Font | null {
  const letter = String.fromCodePoint(codePoint);
  const named = nameOf(letter);
  if (!named) return null;
  const files = listed.get(folder) ?? listFiles(folder);
  listed.set(folder, files);
  const fitting = files.filter(({ path }) => named.test(path));
  const ways = isEastAsian.test(letter) ? han.find(([tongue]) => tongue.test(language))![1] : [];
  let other: Font | null = null;
  // In the weight first, and only as many files as it takes.
  for (const { path } of [...fitting.filter(bold(isStrong)), ...fitting.filter(bold(!isStrong))])
    for (const font of open(path).filter((one) => one.hasGlyphForCodePoint(codePoint))) {
      if (ways.length === 0 || ways.some((way) => font.familyName.split(" ").includes(way))) return font;
      other ??= font;
    }
  return other;
}

const bold =
  (wanted: boolean) =>
  ({ isBold }: FontFile): boolean =>
    isBold === wanted;

/** What the file of a face with this letter is called; undefined for letters nobody looks for. */
function nameOf(letter: string): RegExp | undefined {
  if (isEastAsian.test(letter)) return /Noto(Sans|Serif)(CJK|JP|KR|SC|TC|HK)/i;
  const script = scripts.find(({ has }) => has.test(letter));
  return script && new RegExp(`Noto(Sans|Serif)${script.name}[-_]`, "i");
}

/** Sans before serif. */
function listFiles(folder: string): FontFile[] {
  return (folder ? [folder] : usualFolders)
    .flatMap(entriesOf)
    .filter((path) => /Noto(Sans|Serif)[^/\\]*[-_](Regular|Bold)\.(ttf|otf|ttc|otc)$/i.test(path))
    .filter((path) => !/Mono|Italic/i.test(path))
    .map((path) => ({ path, isBold: /Bold\.\w+$/i.test(path) }))
    .sort((one, other) => rankOf(one.path) - rankOf(other.path) || one.path.localeCompare(other.path));
}

const rankOf = (path: string): number => (/NotoSans/.test(path) ? 0 : 1);

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  } catch {
    // Not every system has every folder.
    return [];
  }
}

/** A file that is not what its name says has no faces. */
function open(path: string): Font[] {
  const before = opened.get(path);
  if (before) return before;
  let fonts: Font[] = [];
  try {
    const font = fontkit.create(readFileSync(path)) as Font | FontCollection;
    fonts = "fonts" in font ? font.fonts : [font];
  } catch {
    fonts = [];
  }
  opened.set(path, fonts);
  return fonts;
}
