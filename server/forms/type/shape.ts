import type { Face } from "./faces.ts";

/** One glyph of one face, standing for these letters; the same object wherever the pair occurs. */
export interface Glyph {
  id: number;
  letters: string;
  /** Thousandths of an em. */
  width: number;
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

// Noto's ccmp splits an i with a dot below in two, and copied text loses the dot.
const features = { ccmp: false };

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

function shapeAnew(face: Face, text: string, rightToLeft: boolean): Shaped {
  const run = face.font.layout(text, features, undefined, undefined, rightToLeft ? "rtl" : "ltr");
  const placed = run.glyphs.map((glyph, index): PlacedGlyph => {
    const at = run.positions[index]!;
    return {
      glyph: glyphOf(face, glyph.id, String.fromCodePoint(...glyph.codePoints)),
      advance: at.xAdvance * face.scale,
      dx: at.xOffset * face.scale,
      dy: at.yOffset * face.scale,
    };
  });
  return { face, glyphs: placed, width: placed.reduce((sum, each) => sum + each.advance, 0) };
}

function glyphOf(face: Face, id: number, letters: string): Glyph {
  const key = `${face.id}\0${id}\0${letters}`;
  const glyph = glyphs.get(key) ?? { id, letters, width: face.font.getGlyph(id).advanceWidth * face.scale };
  glyphs.set(key, glyph);
  return glyph;
}
