import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Font } from "fontkit";
import * as fontkit from "fontkit";
import { projectRoot } from "#server/project-root.ts";
import { installedFace } from "./installed-faces.ts";

/** How a run of text stands: the reading face and its weights, and the face for names and headings. */
export type Voice = "text" | "strong" | "italic" | "name" | "number" | "quote";

/** One parsed font file, shared by every document of this process. */
export interface Face {
  id: string;
  font: Font;
  /** 1000 / units per em. */
  scale: number;
}

const arabic = "noto-sans-arabic/400Regular/NotoSansArabic_400Regular";
const arabicStrong = "noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold";

/** For each voice the faces to try, first the one meant and then the ones that know more letters. */
const chains: Record<Voice, string[]> = {
  text: [
    "source-sans-3/400Regular/SourceSans3_400Regular",
    "noto-sans/400Regular/NotoSans_400Regular",
    arabic,
  ],
  strong: [
    "source-sans-3/600SemiBold/SourceSans3_600SemiBold",
    "noto-sans/600SemiBold/NotoSans_600SemiBold",
    arabicStrong,
  ],
  italic: [
    "source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic",
    "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic",
    arabic,
  ],
  name: [
    "fraunces/600SemiBold/Fraunces_600SemiBold",
    "noto-serif/600SemiBold/NotoSerif_600SemiBold",
    arabicStrong,
  ],
  number: ["fraunces/400Regular/Fraunces_400Regular", "noto-serif/400Regular/NotoSerif_400Regular", arabic],
  quote: [
    "fraunces/400Regular_Italic/Fraunces_400Regular_Italic",
    "noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic",
    arabic,
  ],
};

/** Stands, visibly, for a letter no face has. */
export const UNKNOWN = "\ufffd";

const require = createRequire(join(projectRoot, "package.json"));
const opened = new Map<string, Face>();
const chosen = new Map<Voice, Map<number, Face | null>>();

/** The face of this voice that draws a letter, else one that is installed here and has it; null when there is none. */
export const faceFor = (voice: Voice, codePoint: number, language = ""): Face | null =>
  shippedFace(voice, codePoint) ?? ofInstalled(installedFace(codePoint, language, isStrong.has(voice)));

const isStrong = new Set<Voice>(["strong", "name"]);
const installed = new Map<Font, Face>();

function ofInstalled(font: Font | null): Face | null {
  if (!font) return null;
  const before = installed.get(font);
  if (before) return before;
  const id = `installed ${font.postscriptName}`;
  const face = { id, font: tellingOwnLetters(font), scale: 1000 / font.unitsPerEm };
  installed.set(font, face);
  return face;
}

function shippedFace(voice: Voice, codePoint: number): Face | null {
  const known = chosen.get(voice) ?? new Map<number, Face | null>();
  chosen.set(voice, known);
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  const path = chains[voice].find((each) => openFace(each).font.hasGlyphForCodePoint(codePoint));
  const face = path === undefined ? null : openFace(path);
  known.set(codePoint, face);
  return face;
}

/** The face a voice is meant to have. */
export const firstFace = (voice: Voice): Face => openFace(chains[voice][0]!);

function openFace(id: string): Face {
  const before = opened.get(id);
  if (before) return before;
  const font = fontkit.create(readFileSync(require.resolve(`@expo-google-fonts/${id}.ttf`))) as Font;
  const face = { id, font: tellingOwnLetters(font), scale: 1000 / font.unitsPerEm };
  opened.set(id, face);
  return face;
}

// fontkit keeps, for each glyph, the letters it was first asked for: a space asked for as a no-break space would
// stay one in every later document. A fresh object for every request keeps documents independent of each other.
function tellingOwnLetters(font: Font): Font {
  const get = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => Object.create(get(id), { codePoints: { value: codePoints } });
  return font;
}
