import type { FormValues, Words } from "./form-values.contract.ts";
import { inks, styles } from "./flow/look.ts";
import type { Book } from "./flow/book.ts";
import { heightOf, type Strip } from "./flow/strip.ts";
import type { Desk } from "./parts/desk.ts";
import { strokes } from "./page/marks.ts";
import type { Sheet } from "./page/sheet.ts";
import type { Tag } from "./page/tag.ts";
import type { Line } from "./type/break-lines.ts";
import type { Style } from "./type/span.ts";
import { setWord } from "./type/set-word.ts";

/** Where the edges of the page's parts lie, in points from the reading side and the top. */
export interface Frame {
  /** Heads, feet and their rules begin here, left of the text by the numbers' width. */
  outer: number;
  inner: number;
  end: number;
  top: number;
  foot: number;
}

/** Margins of the form on its paper. */
export const frameOn = (width: number, height: number): Frame => ({
  outer: 34.5,
  inner: 49.5,
  end: width - 37.5,
  top: 27,
  foot: height - 27,
});

const MARK = 14.5;

/** The head of the first page; answers with the height where text may begin. */
export function firstHead(values: FormValues, desk: Desk, sheet: Sheet, frame: Frame, tag: Tag): number {
  const width = frame.end - frame.outer;
  const left = headLeft(values, desk, width * 0.64, tag);
  const right = headRight(values, desk, { dx: width * 0.66, width: width * 0.34 }, tag);
  const bottom = frame.top + Math.max(heightOf(left), heightOf(right));
  drawStand(sheet, frame.outer, bottom - heightOf(left) - 1.4);
  for (const strips of [left, right]) stack(strips, sheet, frame.outer, bottom - heightOf(strips));
  sheet.rule({ x: frame.outer, y: bottom + 5.5, width }, 2.25, inks.ink);
  return bottom + 13;
}

function headLeft(values: FormValues, desk: Desk, width: number, tag: Tag): Strip[] {
  const place = { width: width - MARK - 3, dx: MARK + 3, tag: tag.add("P") };
  const organisation = desk.text(values.head.organisation, styles.furniture, place);
  const title = desk.text({ word: desk.layout.title }, styles.title, { width, tag: tag.add("H1") });
  return [...organisation, { height: 3, draw: () => undefined }, ...title];
}

function headRight(
  { head }: FormValues,
  desk: Desk,
  place: { dx: number; width: number },
  tag: Tag,
): Strip[] {
  const told = (words: Words, style: Style) =>
    desk.text(words, style, { ...place, align: "end", tag: tag.add("P") });
  const number = head.number === null ? [] : told(head.number, styles.formNumber);
  return [...number, ...head.lines.flatMap((words) => told(words, { ...styles.furniture, ink: inks.ink }))];
}

function stack(strips: Strip[], sheet: Sheet, x: number, y: number): void {
  let at = y;
  for (const strip of strips) {
    strip.draw(sheet, x, at);
    at += strip.height;
  }
}

/** The lectern itself, on a square of 26 by 26: a slanted desk, its stand, its foot. */
const stand: [number, number][][] = [
  [
    [3, 10.5],
    [23, 5],
  ],
  [
    [13, 8],
    [13, 22],
  ],
  [
    [8, 22],
    [18, 22],
  ],
];

function drawStand(sheet: Sheet, x: number, y: number): void {
  const scale = 12.8 / 26;
  for (const stroke of stand) {
    const points = stroke.map(([dx, dy]): [number, number] => [dx * scale, dy * scale]);
    sheet.path({ x, y, width: 26 * scale }, strokes(...points), inks.ink, 1.3);
  }
}

/** What stands at the top of later pages and at the foot of all. */
export interface Furniture {
  running: Line[];
  number: Line | undefined;
  foot: Line[];
  digest: Line | undefined;
  /** Points: from edge to edge, the running head's text, the foot's text, the page number. */
  width: number;
  runningWidth: number;
  footWidth: number;
  pageWidth: number;
}

const BETWEEN = 14;

/** Sets the running head and the foot, so that their heights are known before the text is laid. */
export function setFurniture(values: FormValues, desk: Desk, frame: Frame): Furniture {
  const width = frame.end - frame.outer;
  const { number: no, running } = values.head;
  const number = no === null ? undefined : desk.set(no, styles.furnitureStrong, width / 3).lines[0];
  const digest = values.foot.digest ? digestLine(values.foot.digest, desk, width / 2) : undefined;
  const pageWidth = pageLine(desk, 88, 88).width;
  const runningWidth = width - (number ? number.width + BETWEEN : 0);
  const footWidth = width - pageWidth - BETWEEN - (digest ? digest.width + BETWEEN : 0);
  return {
    running: desk.set(running, styles.furniture, runningWidth).lines,
    number,
    foot: desk.set(values.foot.text, styles.furniture, footWidth).lines,
    digest,
    width,
    runningWidth,
    footWidth,
    pageWidth,
  };
}

function digestLine(digest: string, desk: Desk, width: number): Line | undefined {
  const groups = digest.match(/.{1,4}/g) ?? [];
  const short = groups.length > 6 ? [...groups.slice(0, 4), "…", groups.at(-1)!] : groups;
  const words = [{ word: desk.layout.digest }, { text: short.join("\u00a0"), dir: "ltr" as const }];
  return desk.set(words, styles.digest, width).lines[0];
}

const pageLine = (desk: Desk, page: number, pages: number): Line =>
  desk.set({ word: desk.layout.page, with: { page, pages } }, styles.furnitureStrong, 200).lines[0]!;

const LINE = styles.furniture.leading;

/** The height where text begins on pages after the first. */
export const topAfterHead = ({ running }: Furniture, frame: Frame): number =>
  frame.top + running.length * LINE + 13;

/** The height where text must end. */
export const bottomAboveFoot = ({ foot }: Furniture, frame: Frame): number =>
  frame.foot - foot.length * LINE - 10;

/** Draws running heads and feet, now that the number of pages is known. */
export function drawFurniture(book: Book, furniture: Furniture, desk: Desk, frame: Frame): void {
  const { sheets } = book;
  for (const sheet of sheets) {
    if (sheet.number > 1) drawRunning(sheet, furniture, frame);
    drawFoot(sheet, furniture, desk, frame, sheets.length);
  }
}

function drawRunning(sheet: Sheet, { running, number, width, runningWidth }: Furniture, frame: Frame): void {
  for (const [index, line] of running.entries()) {
    sheet.line(line, { x: frame.outer, y: frame.top + index * LINE, width: runningWidth });
  }
  if (number) sheet.line(number, { x: frame.end - number.width, y: frame.top, width: number.width }, "end");
  sheet.rule({ x: frame.outer, y: frame.top + running.length * LINE + 4, width }, 0.75, inks.ink);
}

function drawFoot(sheet: Sheet, furniture: Furniture, desk: Desk, frame: Frame, pages: number): void {
  const { foot, digest, width, footWidth, pageWidth } = furniture;
  const top = frame.foot - foot.length * LINE;
  sheet.rule({ x: frame.outer, y: top - 4, width }, 0.75, inks.ink);
  for (const [index, line] of foot.entries()) {
    sheet.line(line, { x: frame.outer, y: top + index * LINE, width: footWidth });
  }
  const beforePage = frame.end - pageWidth - BETWEEN;
  if (digest) sheet.line(digest, { x: beforePage - digest.width, y: top, width: digest.width }, "end");
  sheet.line(
    pageLine(desk, sheet.number, pages),
    { x: frame.end - pageWidth, y: top, width: pageWidth },
    "end",
  );
}

/** Says behind the text that this is not final. */
export function drawWatermark(sheet: Sheet, word: string, rightToLeft: boolean): void {
  const set = setWord("number", word, rightToLeft);
  const size = Math.min(150, (sheet.paper.width * 0.92) / (set.width / 1000));
  sheet.watermark(set, { size, ink: inks.draft }, rightToLeft ? -Math.PI / 4.4 : Math.PI / 4.4);
}
