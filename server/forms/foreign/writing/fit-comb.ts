import { inks } from "../../flow/look.ts";
import { breakLines, type Line } from "../../type/break-lines.ts";
import { hasRightToLeft } from "../../type/letters.ts";

/** A letter in its cell: the cell is counted from the left. */
export interface CombLetter {
  cell: number;
  line: Line;
}

/** Letters set one a cell; more than there are cells are left over. */
export interface FittedComb {
  letters: CombLetter[];
  size: number;
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
  const wanted = Math.min(size, height / 1.2);
  const set = shown.map((letter) => setLetter(letter, wanted));
  const widest = Math.max(0.01, ...set.map(({ line }) => line.width));
  // A letter wider than its cell would stand in the next one.
  const fitting = Math.min(wanted, (wanted * cell * AIR) / widest);
  const lines = fitting === wanted ? set : shown.map((letter) => setLetter(letter, fitting));
  const fits = kept.join("");
  const start = { left: 0, center: Math.floor((cells - shown.length) / 2), right: cells - shown.length }[
    align
  ];
  const fromRight = hasRightToLeft(text);
  return {
    letters: lines.map(({ line }, index) => ({
      cell: fromRight ? cells - 1 - start - index : start + index,
      line,
    })),
    size: fitting,
    fits,
    rest: text.slice(fits.length),
    missing: set.flatMap(({ missing }) => missing),
  };
}

function setLetter(letter: string, size: number): { line: Line; missing: string[] } {
  const style = { voice: "text", size, leading: size * 1.2, ink: inks.ink } as const;
  const text = /^\s/.test(letter) ? " " : letter;
  const { lines, missing } = breakLines({ spans: [{ text, style }], direction: "auto" }, Number.MAX_VALUE);
  return { line: lines[0]!, missing };
}
