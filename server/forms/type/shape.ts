import type { GlyphRun } from "fontkit";
import type { Face } from "./faces.ts";

/** One glyph of one face, standing for these letters; the same object wherever the pair occurs. */
export interface Glyph {
  id: number;
  letters: string;
  /** Thousandths of an em. */
  width: number;
  /** Signs drawn with it as one glyph, off its own place by so many font units. */
  signs: Sign[];
}

/** A glyph that belongs to another, such as the dots of an Arabic letter. */
export interface Sign {
  id: number;
  dx: number;
  dy: number;
}

/** A glyph where it stands: how far the pen moves, and how far off the line it is drawn (thousandths of an em). */
export interface PlacedGlyph {
  glyph: Glyph;
  advance: number;
  dx: number;
  dy: number;
}

/** A run of letters turned into glyphs, in the order they stand on paper. */
export interface Shaped {
  face: Face;
  glyphs: PlacedGlyph[];
  /** Thousandths of an em. */
  width: number;
}

const MOST_WORDS = 40_000;
const shaped = new Map<string, Shaped>();
const glyphs = new Map<string, Glyph>();

/** Shapes letters of one face and one direction; words repeat, so the result is kept. */
export function shape(face: Face, text: string, rightToLeft: boolean): Shaped {
  const key = `${face.id}${rightToLeft ? "<" : ">"}${text}`;
  const before = shaped.get(key);
  if (before) return before;
  if (shaped.size > MOST_WORDS) shaped.clear();
  const result = shapeAnew(face, text, rightToLeft);
  shaped.set(key, result);
  return result;
}

/** A glyph drawn in place of letters the face does not have; copied text still gives the letters. */
export function shapeInstead(face: Face, drawn: string, letters: string): Shaped {
  const run = shape(face, drawn, false);
  return {
    ...run,
    glyphs: run.glyphs.map((each) => ({ ...each, glyph: glyphOf(face, each.glyph.id, letters) })),
  };
}

// ccmp takes an i with a dot below apart, and copied text loses the dot; Noto Sans Arabic cannot do without, its letters
// join only as skeletons with their dots set apart. fontkit stumbles over marks whose anchor a font leaves out, as that
// one does for a few rare letters: such a word is set from whole letters, which do not all join.
function layOut({ id, font }: Face, text: string, direction: "ltr" | "rtl"): GlyphRun {
  try {
    return font.layout(text, id.includes("arabic") ? {} : { ccmp: false }, undefined, undefined, direction);
  } catch {
    return font.layout(text, { ccmp: false, mark: false, mkmk: false }, undefined, undefined, direction);
  }
}

function shapeAnew(face: Face, text: string, rightToLeft: boolean): Shaped {
  const run = layOut(face, text, rightToLeft ? "rtl" : "ltr");
  const placed: PlacedGlyph[] = [];
  let signs: Sign[] = [];
  for (const [index, { id, codePoints }] of run.glyphs.entries()) {
    const { xAdvance, xOffset, yOffset } = run.positions[index]!;
    if (codePoints.length === 0 && rightToLeft) signs.push({ id, dx: xOffset, dy: yOffset });
    else {
      const glyph = glyphOf(face, id, String.fromCodePoint(...codePoints), signs);
      const { scale } = face;
      placed.push({ glyph, advance: xAdvance * scale, dx: xOffset * scale, dy: yOffset * scale });
      signs = [];
    }
  }
  return { face, glyphs: placed, width: placed.reduce((sum, each) => sum + each.advance, 0) };
}

// A letter's dots come from fontkit as glyphs that stand for no letter, before it where it is read from the right.
// Kept apart they would be copied as something; as one glyph with its letter they are not.
function glyphOf(face: Face, id: number, letters: string, signs: Sign[] = []): Glyph {
  const key = [face.id, id, letters, ...signs.flatMap((sign) => [sign.id, sign.dx, sign.dy])].join("\0");
  const width = () => face.font.getGlyph(id).advanceWidth * face.scale;
  const glyph = glyphs.get(key) ?? { id, letters, width: width(), signs };
  glyphs.set(key, glyph);
  return glyph;
}
