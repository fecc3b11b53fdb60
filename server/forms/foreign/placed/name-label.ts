import type { LetterCase } from "../../page/letter-case.ts";
import { Pen, short } from "../../page/pen.ts";
import { breakLines } from "../../type/break-lines.ts";
import type { BoxPlace } from "../drawing/box-place.ts";
import { BASELINE, writeLine } from "../writing/write-line.ts";

const style = { voice: "strong", size: 6, leading: 7.2, ink: 0.1 } as const;

/** A box's name on a white ground: in its upper left corner, or beside a box too small for it. */
export function nameLabel(name: string, { width, height }: BoxPlace, letters: LetterCase): string {
  const text = name.replace(/\s+/g, " ");
  const line = breakLines({ spans: [{ text, style }], direction: "auto" }, Number.MAX_VALUE).lines[0]!;
  const isInside = line.width + 2 <= width;
  const [left, top] = [isInside ? 1 : width + 1, isInside ? height - 0.6 : (height + style.leading) / 2];
  const pen = new Pen(letters);
  writeLine(pen, line, left, top - style.leading * BASELINE);
  const ground = `1 g ${[left - 0.4, top - style.leading, line.width + 0.8, style.leading].map(short).join(" ")} re f`;
  return `${ground}\n${pen.content()}`;
}
