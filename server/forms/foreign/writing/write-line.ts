import { widthOf, type Pen } from "../../page/pen.ts";
import type { Line } from "../../type/break-lines.ts";

/** Shows a line with its left edge and its baseline at a place. */
export function writeLine(pen: Pen, line: Line, x: number, baseline: number): void {
  for (const piece of line.pieces) {
    let from = x + piece.x;
    for (const run of piece.runs) {
      pen.letter(run, piece.span.style, from, baseline);
      from += widthOf(run, piece.span.style);
    }
  }
}

/** Begins words of a language, numbered where a reading order speaks of them: a screen reader hears whose they are, whatever the form's language is. */
export function speak(pen: Pen, language: string, id?: number): void {
  const lang = `/Lang (${language.replace(/[^A-Za-z0-9-]/g, "")})`;
  pen.mark(id === undefined ? `/Span <<${lang}>> BDC` : `/P <</MCID ${id} ${lang}>> BDC`);
}

/** Where in a line's height its letters stand. */
export const BASELINE = 0.75;
