import { inks } from "../../flow/look.ts";
import { circle, strokes, type MarkPath } from "../../page/marks.ts";
import { short } from "../../page/pen.ts";

/** A sign that marks a box, as the form asks for it. */
export type Sign = "check" | "cross" | "dot" | "square";

const SIDE = 24;

const signs: Record<Sign, MarkPath[]> = {
  check: [{ path: strokes([5, 12.5], [10, 17.5], [19, 6.5]) }],
  cross: [{ path: strokes([6, 6], [18, 18]) }, { path: strokes([18, 6], [6, 18]) }],
  dot: [{ path: circle(12, 12, 6), fill: true }],
  square: [{ path: strokes([6, 6], [18, 6], [18, 18], [6, 18]), fill: true }],
};

/** Draws a sign into the middle of a box of this size (points); copied and read aloud it is a tick. */
export function signOperators(sign: Sign, width: number, height: number): string {
  const side = Math.min(width, height);
  const at = (x: number, y: number) =>
    `${short(width / 2 + (x / SIDE - 0.5) * side)} ${short(height / 2 - (y / SIDE - 0.5) * side)}`;
  const ink = short(inks.ink);
  const thick = short(Math.max(0.6, side * 0.11));
  const strokes = signs[sign].map(({ path, fill }) =>
    fill ? `${ink} g ${path(at)} f` : `${ink} G ${thick} w 1 J 1 j ${path(at)} S`,
  );
  return ["/Span <</ActualText <FEFF2713>>> BDC", ...strokes, "EMC"].join("\n");
}
