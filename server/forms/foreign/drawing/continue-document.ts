import { type PDFArray, type PDFDict, type PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import { inks, styles } from "../../flow/look.ts";
import { embedFonts, packed } from "../../page/embed-fonts.ts";
import { LetterCase } from "../../page/letter-case.ts";
import { Pen } from "../../page/pen.ts";
import { breakLines, type Line } from "../../type/break-lines.ts";
import type { Style } from "../../type/span.ts";
import { at, dictAt, numberOf } from "../reading/dictionaries.ts";
import type { OpenPdf } from "../reading/open-pdf.ts";
import { LINE_ENDS } from "../writing/fit-text.ts";
import { ReadingOrder, type Element } from "./reading-order.ts";
import { BASELINE, speak, writeLine } from "../writing/write-line.ts";

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
  const { context } = document;
  const order = new ReadingOrder(document);
  const letters = new LetterCase();
  const laid = layPages(textsOf(more, width, order), height);
  const drawn = laid.map((lines) => drawPage(lines, { width, height }, letters, more.language ?? "en"));
  const Font = context.register(embedFonts(context, letters.fonts.values()));
  for (const { content, elements } of drawn) {
    const facts = { Type: "Page", MediaBox: [0, 0, width, height], Rotate: 0, Resources: { Font } };
    const page = context.obj({ ...facts, Contents: packed(context, content) });
    addPage(document, page);
    if (elements.length > 0) order.tie(elements, page);
  }
}

// pdf-lib would first walk the whole tree, which in a stranger's file may have no end.
function addPage({ catalog, context }: PDFDocument, page: PDFDict): void {
  const tree = dictAt(catalog, "Pages")!;
  page.set(PDFName.of("Parent"), context.getObjectRef(tree)!);
  (at(tree, "Kids") as PDFArray).push(context.register(page));
  tree.set(PDFName.of("Count"), PDFNumber.of((numberOf(at(tree, "Count")) ?? 0) + 1));
}

function drawPage(lines: LaidLine[], { width, height }: Room, letters: LetterCase, language: string) {
  const pen = new Pen(letters);
  const elements: Element[] = [];
  let open: LaidLine | undefined;
  for (const laid of lines) {
    const { line, y, element } = laid;
    if (!open || open.element !== element) {
      speak(pen, language, element && elements.length);
      if (element) elements.push(element);
    }
    open = laid;
    writeLine(pen, line, leftOf(line, width), height - y - line.leading * BASELINE);
  }
  return { content: pen.content(), elements };
}

const leftOf = (line: Line, width: number): number => (line.rightToLeft ? width - EDGE - line.width : EDGE);

/** A line, and the air above it. */
interface LooseLine {
  line: Line;
  above: number;
  /** Does not end a page: something belongs to it. */
  isHead: boolean;
  element: Element | undefined;
}

interface LaidLine extends LooseLine {
  /** Points from the top of its page. */
  y: number;
}

function textsOf({ title, entries }: MorePages, width: number, order: ReadingOrder): LooseLine[] {
  const set = (words: string, style: Style, above: number, isHead: boolean): LooseLine[] => {
    const element = order.addElement(isHead ? "H2" : "P");
    return linesOf(words, style, width - 2 * EDGE).map((line, index) => ({
      line,
      above: index === 0 ? above : 0,
      isHead,
      element,
    }));
  };
  return [
    ...set(title, styles.block, 0, true),
    ...entries.flatMap((entry) => [
      ...set(entry.label, label, AIR, true),
      ...set(entry.text, text, 1, false),
    ]),
  ];
}

const linesOf = (words: string, style: Style, width: number): Line[] =>
  words
    .split(LINE_ENDS)
    .flatMap(
      (paragraph) => breakLines({ spans: [{ text: paragraph, style }], direction: "auto" }, width).lines,
    );

function layPages(lines: LooseLine[], height: number): LaidLine[][] {
  const pages: LaidLine[][] = [[]];
  let y = EDGE;
  for (const [index, loose] of lines.entries()) {
    const { line, above, isHead } = loose;
    const follower = isHead ? (lines[index + 1]?.line.leading ?? 0) : 0;
    if (y + above + line.leading + follower > height - EDGE && pages.at(-1)!.length > 0) {
      pages.push([]);
      y = EDGE;
    } else if (pages.at(-1)!.length > 0) y += above;
    pages.at(-1)!.push({ ...loose, y });
    y += line.leading;
  }
  return pages;
}
