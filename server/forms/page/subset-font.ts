import type { Font } from "fontkit";
import type { FontOnPage } from "./letter-case.ts";
import type { Glyph } from "../type/shape.ts";

/** A font's file with only the drawn glyphs, and for each code (two bytes) the glyph's place in it. */
export interface FontSubset {
  file: Uint8Array;
  places: Uint8Array;
}

/** What fontkit 2.0.4 really offers; its published types are older and leave the inside out. */
interface Subset {
  includeGlyph(id: number): number;
  encode(): Uint8Array;
  /** The drawn glyphs' numbers, the missing one first. */
  glyphs: number[];
  _addGlyph(id: number): number;
  glyf: Uint8Array[];
  offset: number;
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
}

/** Numbers no glyph of a font file can have. */
const OWN = 0x1_0000;

/** Takes the drawn glyphs out of a face. */
export function subsetFont(use: FontOnPage): FontSubset {
  const subset = use.face.font.createSubset() as unknown as Subset;
  if (isOutlined(use.face.font)) return subsetOutlines(use, subset);
  const composed = use.glyphs.filter((glyph) => glyph.signs.length > 0);
  const add = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => (id < OWN ? add(id) : addComposed(subset, use.face.font, composed[id - OWN]!));
  const places = Buffer.alloc(2 * (use.glyphs.length + 1));
  for (const [index, glyph] of use.glyphs.entries()) {
    const id = glyph.signs.length > 0 ? OWN + composed.indexOf(glyph) : glyph.id;
    places.writeUInt16BE(subset.includeGlyph(id), 2 * (index + 1));
  }
  return { file: subset.encode(), places };
}

/** Whether a face's letters are PostScript outlines (CFF), as those of Noto's East Asian faces are. */
export const isOutlined = (font: Font): boolean =>
  "CFF " in (font as unknown as { directory: { tables: object } }).directory.tables;

/** Each code is the place of its glyph: one that stands for two meanings is there twice, as codes are. */
function subsetOutlines(use: FontOnPage, subset: Subset): FontSubset {
  for (const { id } of use.glyphs) subset.glyphs.push(id);
  return { file: subset.encode(), places: Buffer.alloc(0) };
}

/** Adds a glyph made of a letter and its signs, as OpenType's composite glyphs are. */
function addComposed(subset: Subset, font: Font, glyph: Glyph): number {
  const parts = [{ id: glyph.id, dx: 0, dy: 0 }, ...glyph.signs];
  const edges = edgesOf(font, parts);
  const file = Buffer.alloc(10 + 8 * parts.length);
  for (const [index, value] of [-1, ...edges].entries()) file.writeInt16BE(value, 2 * index);
  for (const [index, part] of parts.entries()) {
    const at = 10 + 8 * index;
    file.writeUInt16BE(index < parts.length - 1 ? WORDS | PLACES | MORE : WORDS | PLACES, at);
    file.writeUInt16BE(subset.includeGlyph(part.id), at + 2);
    file.writeInt16BE(Math.round(part.dx), at + 4);
    file.writeInt16BE(Math.round(part.dy), at + 6);
  }
  subset.glyf.push(file);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance: font.getGlyph(glyph.id).advanceWidth, bearing: edges[0]! });
  subset.offset += file.length;
  return subset.glyf.length - 1;
}

const WORDS = 0x01;
const PLACES = 0x02;
const MORE = 0x20;

/** Left, bottom, right and top of glyphs drawn over each other. */
function edgesOf(font: Font, parts: { id: number; dx: number; dy: number }[]): number[] {
  const boxes = parts.map(({ id, dx, dy }) => {
    const { minX, minY, maxX, maxY } = font.getGlyph(id).cbox;
    return [minX + dx, minY + dy, maxX + dx, maxY + dy];
  });
  const edge = (index: number, pick: (...values: number[]) => number) =>
    pick(...boxes.map((box) => box[index]!));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)].map(Math.round);
}
