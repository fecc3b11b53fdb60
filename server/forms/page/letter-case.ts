import type { Face } from "../type/faces.ts";
import type { Glyph, PlacedGlyph, Shaped } from "../type/shape.ts";

/** A face as one document uses it: its name on the page and the glyphs that were drawn. */
export interface FontOnPage {
  name: string;
  face: Face;
  glyphs: Glyph[];
  codes: Map<Glyph, string>;
}

/** Shaped letters as an operand of TJ, lifted off the line by `rise` (thousandths of an em). */
export interface Codes {
  rise: number;
  codes: string;
}

/** The letters one document draws with; each pair of glyph and meaning has its own code, so copied text is exact. */
export class LetterCase {
  readonly fonts = new Map<Face, FontOnPage>();
  private readonly encoded = new Map<Shaped, Codes[]>();

  /** The face's font in this document. */
  font(face: Face): FontOnPage {
    const before = this.fonts.get(face);
    if (before) return before;
    const font = { name: `F${this.fonts.size + 1}`, face, glyphs: [], codes: new Map<Glyph, string>() };
    this.fonts.set(face, font);
    return font;
  }

  /** What to show for these glyphs. */
  encode(shaped: Shaped): Codes[] {
    const before = this.encoded.get(shaped);
    if (before) return before;
    const codes = codesOf(this.font(shaped.face), shaped.glyphs);
    this.encoded.set(shaped, codes);
    return codes;
  }
}

function codesOf(font: FontOnPage, glyphs: PlacedGlyph[]): Codes[] {
  const parts: Codes[] = [];
  let owed = 0;
  for (const { glyph, advance, dx, dy } of glyphs) {
    if (parts.at(-1)?.rise !== dy) parts.push({ rise: dy, codes: "" });
    const part = parts.at(-1)!;
    const step = Math.round(owed + dx);
    if (step !== 0) part.codes += -step;
    part.codes += `<${codeOf(font, glyph)}>`;
    owed += advance - glyph.width - step;
  }
  const step = Math.round(owed);
  if (step !== 0) parts.at(-1)!.codes += -step;
  return parts.map((part) => ({ ...part, codes: part.codes.replaceAll("><", "") }));
}

function codeOf(font: FontOnPage, glyph: Glyph): string {
  const before = font.codes.get(glyph);
  if (before) return before;
  font.glyphs.push(glyph);
  const code = font.glyphs.length.toString(16).padStart(4, "0");
  font.codes.set(glyph, code);
  return code;
}
