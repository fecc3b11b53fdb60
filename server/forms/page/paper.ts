/** Where a line of text landed: points from the top left corner of its page, which is counted from 1. */
export interface PlacedBox {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
}

/** A place in points from the top and from the side the form is read from. */
export interface Place {
  x: number;
  y: number;
  width: number;
}

/** A page's size in points, and whether it is read from the right. */
export interface Paper {
  width: number;
  height: number;
  rightToLeft: boolean;
}

/** Draws a path; `at` turns points from its own top left corner into page operands. */
export type Path = (at: (dx: number, dy: number) => string) => string;
