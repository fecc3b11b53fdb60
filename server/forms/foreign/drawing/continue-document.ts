import { type PDFArray, PDFName, PDFNumber } from "pdf-lib";
import { inks, styles } from "../../flow/look.ts";
import { embedFonts, packed } from "../../page/embed-fonts.ts";
import { LetterCase } from "../../page/letter-case.ts";
import { Pen } from "../../page/pen.ts";
import { breakLines, type Line } from "../../type/break-lines.ts";
import type { Style } from "../../type/span.ts";
import { at, dictAt, numberOf } from "../reading/dictionaries.ts";
import type { OpenPdf } from "../reading/open-pdf.ts";
import { BASELINE, speak, writeLine } from "./write-line.ts";

/** What goes on after a form: a heading, and under each label what did not fit. */
export interface MorePages {
  title: string;
  entries: { label: string; text: string }[];
  /** Of what is written, BCP 47. */
  language?: string;
}

/** Points. */
const EDGE = 54;
const text: Style = { voice: "text", size: 10, leading: 13.5, ink: inks.ink };
const label: Style = { ...text, voice: "strong" };
const AIR = 9;

interface Room {
  width: number;
  height: number;
}

/** Adds pages with a heading and labelled texts to the end of a file. */
export function continueDocument({ document, pages }: OpenPdf, more: MorePages): void {
  const { width, height } = pages.at(-1)!;
  const letters = new LetterCase();
  const contents = layPages(linesOf(more, width), { width, height }).map((lines) => {
    const pen = new Pen(letters);
    speak(pen, more.language ?? "en");
    for (const { line, y } of lines)
      writeLine(pen, line, leftOf(line, width), height - y - line.leading * BASELINE);
    return pen.content();
  });
  const { context } = document;
  const Font = context.register(embedFonts(context, letters.fonts.values()));
  const tree = dictAt(document.catalog, "Pages")!;
  const kids = at(tree, "Kids") as PDFArray;
  for (const content of contents) {
    const facts = { Type: "Page", MediaBox: [0, 0, width, height], Rotate: 0, Resources: { Font } };
    const page = context.obj({ ...facts, Contents: packed(context, content) });
    page.set(PDFName.of("Parent"), context.getObjectRef(tree)!);
    kids.push(context.register(page));
  }
  tree.set(
    PDFName.of("Count"),
    PDFNumber.of((numberOf(at(tree, "Count")) ?? pages.length) + contents.length),
  );
}

const leftOf = (line: Line, width: number): number => (line.rightToLeft ? width - EDGE - line.width : EDGE);

/** A line, and the air above it. */
interface LooseLine {
  line: Line;
  above: number;
  /** Does not end a page: something belongs to it. */
  isHead: boolean;
}

function linesOf({ title, entries }: MorePages, width: number): LooseLine[] {
  const set = (words: string, style: Style, above: number, isHead: boolean): LooseLine[] =>
    words
      .split(/\r\n?|[\n\u2028\u2029\v\f\u0085]/)
      .flatMap((paragraph, index) =>
        breakLines({ spans: [{ text: paragraph, style }], direction: "auto" }, width - 2 * EDGE).lines.map(
          (line, at) => ({ line, above: index === 0 && at === 0 ? above : 0, isHead }),
        ),
      );
  return [
    ...set(title, styles.block, 0, true),
    ...entries.flatMap((entry) => [
      ...set(entry.label, label, AIR, true),
      ...set(entry.text, text, 1, false),
    ]),
  ];
}

type LaidLine = { line: Line; y: number };

function layPages(lines: LooseLine[], { height }: Room): LaidLine[][] {
  const pages: LaidLine[][] = [[]];
  let y = EDGE;
  for (const [index, { line, above, isHead }] of lines.entries()) {
    const follower = isHead ? (lines[index + 1]?.line.leading ?? 0) : 0;
    if (y + above + line.leading + follower > height - EDGE && pages.at(-1)!.length > 0) {
      pages.push([]);
      y = EDGE;
    } else if (pages.at(-1)!.length > 0) y += above;
    pages.at(-1)!.push({ line, y });
    y += line.leading;
  }
  return pages;
}
