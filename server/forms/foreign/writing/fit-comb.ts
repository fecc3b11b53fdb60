import { inks } from "../../flow/look.ts";
import { breakLines, type Line } from "../../type/break-lines.ts";
import { hasRightToLeft } from "../../type/letters.ts";
import { leadingOf } from "./fit-text.ts";

/** A letter in its cell: the cell is counted from the left. */
export interface CombLetter {
  cell: number;
  line: Line;
}

/** Letters set one a cell; more than there are cells are left over. */
export interface FittedComb {
  letters: CombLetter[];
  leading: number;
  fits: string;
  rest: string;
  missing: string[];
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const AIR = 0.92;

interface Comb {
  /** Points. */
  cell: number;
  height: number;
  cells: number;
  size: number;
  align: "left" | "center" | "right";
}

/** Sets one letter a cell, each in the middle of its own; right-to-left words begin at the right. */
export function fitComb(text: string, { cell, height, cells, size, align }: Comb): FittedComb {
  const all = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const isWhole = all.length <= cells;
  const kept = isWhole ? all : all.slice(0, cells - 1);
  const shown = isWhole ? kept : [...kept, "…"];
  const ems = leadingOf(text, false);
  const wanted = Math.min(size, height / ems);
  const set = shown.map((letter) => setLetter(letter, wanted, ems));
  const widest = Math.max(0.01, ...set.map(({ line }) => line.width));
  // A letter wider than its cell would stand in the next one.
  const fitting = Math.min(wanted, (wanted * cell * AIR) / widest);
  const fits = kept.join("");
  const places = placesOf(text, shown.length, cells, align);
  return {
    letters: shown.map((letter, index) => ({
      cell: places[index]!,
      line: setLetter(letter, fitting, ems).line,
    })),
    leading: fitting * ems,
    fits,
    rest: text.slice(fits.length),
    missing: set.flatMap(({ missing }) => missing),
  };
}

/** The cell of each letter, counted from the left. */
function placesOf(text: string, count: number, cells: number, align: Comb["align"]): number[] {
  const free = cells - count;
  const start = { left: 0, center: Math.floor(free / 2), right: free }[align];
  const fromRight = hasRightToLeft(text);
  return Array.from({ length: count }, (_, index) => (fromRight ? cells - 1 - start - index : start + index));
}

function setLetter(letter: string, size: number, ems: number): { line: Line; missing: string[] } {
  const style = { voice: "text", size, leading: size * ems, ink: inks.ink } as const;
  const text = /^\s/.test(letter) ? " " : letter;
  const { lines, missing } = breakLines({ spans: [{ text, style }], direction: "auto" }, Number.MAX_VALUE);
  return { line: lines[0]!, missing };
}
