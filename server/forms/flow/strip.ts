import type { Sheet } from "../page/sheet.ts";

/** A band of the page that is never cut: one line of text, or a rule, or air. */
export interface Strip {
  height: number;
  /** Stays on the page of the strip that follows. */
  keep?: boolean;
  /** Air or a rule that nobody misses at the top of a page. */
  glue?: boolean;
  /** Drawn again when a page begins right before this strip. */
  head?: Strip[];
  /** `again` is set when it is a repetition. */
  draw(sheet: Sheet, x: number, y: number, again?: boolean): void;
}

/** Empty space between two strips, gone at the top of a page. */
export const air = (height: number): Strip => ({ height, glue: true, keep: true, draw: () => undefined });

/** Draws something more with the first of some strips: a number, a dot, a label at the side. */
export const beginning = (strips: Strip[], more: Strip["draw"]): Strip[] =>
  strips.map((strip, index) => (index === 0 ? { ...strip, draw: both(strip.draw, more) } : strip));

const both =
  (one: Strip["draw"], other: Strip["draw"]): Strip["draw"] =>
  (...place) => {
    other(...place);
    one(...place);
  };

/** Keeps strips on one page. */
export const together = (strips: Strip[]): Strip[] =>
  strips.map((strip, index) => (index < strips.length - 1 ? { ...strip, keep: true } : strip));

/** Keeps strips with what follows them. */
export const withNext = (strips: Strip[]): Strip[] => strips.map((strip) => ({ ...strip, keep: true }));

/** Longer than this may continue on the next page; shorter moves there whole. */
const WHOLE = 6;

/** Lines of one text: short texts stay whole, long ones leave two lines on either page. */
export function unlonely(strips: Strip[]): Strip[] {
  if (strips.length <= WHOLE) return together(strips);
  const last = strips.length - 1;
  return strips.map((strip, index) => (index === 0 || index === last - 1 ? { ...strip, keep: true } : strip));
}

/** The height of strips under each other. */
export const heightOf = (strips: Strip[]): number => strips.reduce((sum, strip) => sum + strip.height, 0);
