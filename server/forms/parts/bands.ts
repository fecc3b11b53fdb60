import { unlonely, type Strip } from "../flow/strip.ts";
import type { Place } from "../page/paper.ts";
import type { Sheet } from "../page/sheet.ts";
import type { Tag } from "../page/tag.ts";
import type { Line, SetParagraph } from "../type/break-lines.ts";

/** One line of a cell, whatever it is made of. */
export type CellLine = (sheet: Sheet, place: Place, again?: boolean) => void;

/** Lines in a column of a row. */
export interface Cell {
  dx: number;
  width: number;
  lines: CellLine[];
}

/** A column's place. */
export interface Slice {
  dx: number;
  width: number;
}

/** Divides a width by shares, with gutters between. */
export function slices(width: number, shares: number[], gutter: number): Slice[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const free = width - gutter * (shares.length - 1);
  let dx = 0;
  return shares.map((share) => {
    const slice = { dx, width: (free * share) / whole };
    dx += slice.width + gutter;
    return slice;
  });
}

/** The lines of a paragraph as a cell's. */
export const cellLines = ({ lines }: SetParagraph, tag: Tag, align?: "start" | "end"): CellLine[] =>
  lines.map((line: Line) => (sheet, place, again) => sheet.line(line, place, align, again ? undefined : tag));

/** Cells beside each other as strips, one for each line, so that a long row can continue on the next page. */
export function bands(cells: Cell[], leading: number, pad: { above?: number; below?: number } = {}): Strip[] {
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const strips = Array.from({ length: count }, (_, index): Strip => {
    const above = index === 0 ? (pad.above ?? 0) : 0;
    const below = index === count - 1 ? (pad.below ?? 0) : 0;
    return {
      height: above + leading + below,
      draw: (sheet, x, y, again) => {
        for (const { dx, width, lines } of cells)
          lines[index]?.(sheet, { x: x + dx, y: y + above, width }, again);
      },
    };
  });
  return unlonely(strips);
}

/** A stroke across the width. */
export function stroke(
  width: number,
  thickness: number,
  ink: number,
  { dx = 0, above = 0, below = 0 } = {},
): Strip {
  return {
    height: above + thickness + below,
    keep: true,
    draw: (sheet, x, y) => sheet.rule({ x: x + dx, y: y + above + thickness / 2, width }, thickness, ink),
  };
}
