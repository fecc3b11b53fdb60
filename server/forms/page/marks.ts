import type { Mark } from "../type/span.ts";
import type { Path } from "./paper.ts";

/** One stroke of a sign, on a square of 24 by 24. */
export interface MarkPath {
  path: Path;
  fill?: boolean;
}

/** How far a curve's handles lie along a quarter circle. */
const QUARTER = 0.5523;

/** A circle as four curves. */
export const circle =
  (cx: number, cy: number, r: number): Path =>
  (at) => {
    const k = r * QUARTER;
    const quarter = (...points: [number, number][]) =>
      `${points.map(([x, y]) => at(cx + x, cy + y)).join(" ")} c`;
    return [
      `${at(cx + r, cy)} m`,
      quarter([r, k], [k, r], [0, r]),
      quarter([-k, r], [-r, k], [-r, 0]),
      quarter([-r, -k], [-k, -r], [0, -r]),
      quarter([k, -r], [r, -k], [r, 0]),
      "h",
    ].join(" ");
  };

/** Straight strokes from point to point. */
export const strokes =
  (...points: [number, number][]): Path =>
  (at) =>
    points.map(([x, y], index) => `${at(x, y)} ${index === 0 ? "m" : "l"}`).join(" ");

const ring: MarkPath = { path: circle(12, 12, 10) };

/** The signs, after lucide: a tick, a dot, an empty ring, an exclamation, a flag. */
export const markPaths: Record<Mark, MarkPath[]> = {
  done: [ring, { path: strokes([16, 9], [10.5, 14.5], [8, 12]) }],
  partly: [ring, { path: circle(12, 12, 3.4), fill: true }],
  open: [ring],
  alert: [ring, { path: strokes([12, 7.4], [12, 12.6]) }, { path: circle(12, 16.2, 1.3), fill: true }],
  flag: [{ path: strokes([5, 22], [5, 4], [19, 4], [15.5, 9], [19, 14], [5, 14]) }],
};
