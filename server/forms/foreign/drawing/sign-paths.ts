import { circle, strokes, type MarkPath } from "../../page/marks.ts";
import { short } from "../../page/pen.ts";

/** A sign that marks a box, as the form asks for it. */
export type Sign = "check" | "cross" | "dot" | "square";

/** Page operands, and how thick to stroke them in points; 0 fills. */
export interface SignPath {
  path: string;
  stroke: number;
}

const SIDE = 24;

const signs: Record<Sign, MarkPath[]> = {
  check: [{ path: strokes([5, 12.5], [10, 17.5], [19, 6.5]) }],
  cross: [{ path: strokes([6, 6], [18, 18]) }, { path: strokes([18, 6], [6, 18]) }],
  dot: [{ path: circle(12, 12, 6), fill: true }],
  square: [{ path: strokes([6, 6], [18, 6], [18, 18], [6, 18]), fill: true }],
};

/** A sign in the middle of a box of this size (points). */
export function signPaths(sign: Sign, width: number, height: number): SignPath[] {
  const side = Math.min(width, height);
  const at = (x: number, y: number) =>
    `${short(width / 2 + (x / SIDE - 0.5) * side)} ${short(height / 2 - (y / SIDE - 0.5) * side)}`;
  return signs[sign].map(({ path, fill }) => ({
    path: path(at),
    stroke: fill ? 0 : Math.max(0.6, side * 0.11),
  }));
}
