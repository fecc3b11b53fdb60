import type { LetterCase } from "../../page/letter-case.ts";
import { Pen } from "../../page/pen.ts";
import type { Line } from "../../type/break-lines.ts";
import type { ForeignField } from "../foreign-form.ts";
import type { BoxPlace, Rectangle } from "../drawing/box-place.ts";
import { fitComb } from "./fit-comb.ts";
import { baselineOf, fitText, type FittedText } from "./fit-text.ts";
import { speak, writeLine } from "./write-line.ts";

/** Text written into a box: its operators in the box's own coordinates, and what came of it. */
export interface WrittenText {
  operators: string;
  fits: string;
  rest: string;
  missing: string[];
  lines: (Rectangle & { text: string })[];
}

/** With whose letters, how large, in which language, and how thick an edge to keep off; points. */
export interface HowToWrite {
  letters: LetterCase;
  fontSize?: number | undefined;
  language: string;
  edge: number;
}

/** Points. */
const sizes = { usual: 11, single: 12, least: 8, most: 144 };

/** Writes text into a field's box, in the document's letters. */
export function writeText(text: string, field: ForeignField, place: BoxPlace, how: HowToWrite): WrittenText {
  const hand = new Hand(text, place, how);
  const wanted = how.fontSize ?? field.fontSize ?? undefined;
  const asked = wanted && Math.min(wanted, sizes.most);
  return field.isComb && field.maxLength
    ? hand.comb(text, field, field.maxLength, asked)
    : hand.prose(text, field, asked);
}

class Hand {
  private readonly place: BoxPlace;
  private readonly pen: Pen;
  private readonly edge: number;
  private readonly baseline: number;
  private readonly lines: WrittenText["lines"] = [];

  constructor(text: string, place: BoxPlace, { letters, language, edge }: HowToWrite) {
    this.place = place;
    this.edge = edge;
    this.baseline = baselineOf(text);
    this.pen = new Pen(letters);
    speak(this.pen, language);
  }

  prose(text: string, field: ForeignField, asked: number | undefined): WrittenText {
    const { width, height } = this.place;
    const inset = Math.max(2, this.edge + 1.5);
    const aside = Math.min(inset, width * 0.1);
    const above = field.isMultiline ? Math.min(inset, height * 0.08) : 0;
    const fitted = fitText(text, {
      width: width - 2 * aside,
      height: height - 2 * above,
      size: asked ?? (field.isMultiline ? sizes.usual : sizes.single),
      least: sizes.least,
      isMultiline: field.isMultiline,
      voice: field.kind === "signature" ? "quote" : "text",
    });
    const top = field.isMultiline ? above : (height - fitted.leading) / 2;
    for (const [index, line] of fitted.lines.entries()) {
      const x = aside + (width - 2 * aside - line.width) * shareBefore(line, field.align);
      this.line(line, x, top + index * fitted.leading, fitted.leading);
    }
    return this.result(fitted);
  }

  comb(text: string, { align }: ForeignField, cells: number, asked: number | undefined): WrittenText {
    const { width, height } = this.place;
    const cell = width / cells;
    const fitted = fitComb(text, { cell, height, cells, size: asked ?? sizes.single, align });
    const { leading } = fitted;
    for (const letter of fitted.letters) {
      const x = letter.cell * cell + (cell - letter.line.width) / 2;
      this.line(letter.line, x, (height - leading) / 2, leading);
    }
    return this.result(fitted);
  }

  private line(line: Line, x: number, top: number, leading: number): void {
    const baseline = this.place.height - top - leading * this.baseline;
    writeLine(this.pen, line, x, baseline);
    if (line.text.trim() === "") return;
    const box = this.place.shown(x, this.place.height - top - leading, line.width, leading);
    this.lines.push({ ...box, text: line.text });
  }

  private result({ fits, rest, missing }: Pick<FittedText, "fits" | "rest" | "missing">): WrittenText {
    const operators = this.pen.content();
    return { operators: this.lines.length > 0 ? operators : "", fits, rest, missing, lines: this.lines };
  }
}

/** How much of a line's free room lies before it; words read from the right begin there. */
const shareBefore = ({ rightToLeft }: Line, align: ForeignField["align"]): number =>
  ({ left: rightToLeft ? 1 : 0, center: 0.5, right: 1 })[align];
