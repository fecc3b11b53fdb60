import type { FormValues } from "./form-values.contract.ts";
import { inks, styles } from "./flow/look.ts";
import type { Book } from "./flow/book.ts";
import type { Strip } from "./flow/strip.ts";
import type { Desk } from "./parts/desk.ts";
import { lineStrip } from "./parts/desk.ts";
import { strokes } from "./page/marks.ts";
import type { Sheet } from "./page/sheet.ts";
import type { Tag } from "./page/tag.ts";
import type { Line } from "./type/break-lines.ts";
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
  const right = { dx: width * 0.66, width: width * 0.34, align: "end" as const };
  const left = { width: width * 0.64 };
  const school = desk.set(values.head.organisation, styles.furniture, left.width - MARK - 3);
  const above = school.lines.map((line) =>
    lineStrip(line, { ...left, width: left.width - MARK - 3, dx: MARK + 3, tag: tag.add("P") }),
  );
  const title = desk.text({ word: desk.layout.title }, styles.title, { ...left, tag: tag.add("H1") });
  const number = desk.text(values.head.number ?? { word: desk.layout.unwritten }, styles.formNumber, {
    ...right,
    tag: tag.add("P"),
  });
  const lines = values.head.lines.flatMap((words) =>
    desk.text(words, { ...styles.furniture, ink: inks.ink }, { ...right, tag: tag.add("P") }),
  );
  const leftEnd = stack([...above, gap(3), ...title], sheet, frame.outer, frame.top, false);
  const height = Math.max(
    leftEnd,
    frame.top + [...number, ...lines].reduce((sum, strip) => sum + strip.height, 0),
  );
  const from = height - [...number, ...lines].reduce((sum, strip) => sum + strip.height, 0);
  drawStand(sheet, frame.outer, frame.top - 1.4);
  stack([...above, gap(3), ...title], sheet, frame.outer, height - (leftEnd - frame.top), true);
  stack([...number, ...lines], sheet, frame.outer, from, true);
  sheet.rule({ x: frame.outer, y: height + 5.5, width }, 2.25, inks.ink);
  return height + 13;
}

const gap = (height: number): Strip => ({ height, draw: () => undefined });

function stack(strips: Strip[], sheet: Sheet, x: number, y: number, draw: boolean): number {
  let at = y;
  for (const strip of strips) {
    if (draw) strip.draw(sheet, x, at);
    at += strip.height;
  }
  return at;
}

/** The lectern itself: a slanted desk on a stand. */
function drawStand(sheet: Sheet, x: number, y: number): void {
  const scale = 12.8 / 26;
  for (const [from, to] of [
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
  ] as const) {
    sheet.path(
      { x, y, width: 26 * scale },
      strokes([from[0] * scale, from[1] * scale], [to[0] * scale, to[1] * scale]),
      inks.ink,
      1.3,
    );
  }
}

/** What stands at the top of later pages and at the foot of all. */
export interface Furniture {
  running: Line[];
  number: Line | undefined;
  foot: Line[];
  digest: Line | undefined;
  /** Points between the columns of the foot. */
  width: number;
}

const PAGE_WIDTH = 86;
const DIGEST_WIDTH = 168;

/** Sets the running head and the foot, so that their heights are known before the text is laid. */
export function setFurniture(values: FormValues, desk: Desk, frame: Frame): Furniture {
  const width = frame.end - frame.outer;
  const digest = values.foot.digest ? digestLine(values.foot.digest, desk) : undefined;
  const footWidth = width - PAGE_WIDTH - (digest ? DIGEST_WIDTH : 0) - 12;
  return {
    running: desk.set(values.head.running, styles.furniture, width - 150).lines,
    number:
      values.head.number === null
        ? undefined
        : desk.set(values.head.number, styles.furnitureStrong, 140).lines[0],
    foot: desk.set(values.foot.text, styles.furniture, footWidth).lines,
    digest,
    width,
  };
}

function digestLine(digest: string, desk: Desk): Line | undefined {
  const groups = digest.match(/.{1,4}/g) ?? [];
  const short = groups.length > 6 ? [...groups.slice(0, 4), "…", groups.at(-1)!] : groups;
  return desk.set(
    [{ word: desk.layout.digest }, { text: short.join("\u00a0"), dir: "ltr" }],
    styles.digest,
    DIGEST_WIDTH,
  ).lines[0];
}

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

function drawRunning(sheet: Sheet, { running, number, width }: Furniture, frame: Frame): void {
  for (const [index, line] of running.entries()) {
    sheet.line(line, { x: frame.outer, y: frame.top + index * LINE, width: width - 150 });
  }
  if (number) sheet.line(number, { x: frame.end - 140, y: frame.top, width: 140 }, "end");
  sheet.rule({ x: frame.outer, y: frame.top + running.length * LINE + 4, width }, 0.75, inks.ink);
}

function drawFoot(
  sheet: Sheet,
  { foot, digest, width }: Furniture,
  desk: Desk,
  frame: Frame,
  pages: number,
): void {
  const top = frame.foot - foot.length * LINE;
  sheet.rule({ x: frame.outer, y: top - 4, width }, 0.75, inks.ink);
  for (const [index, line] of foot.entries()) {
    sheet.line(line, {
      x: frame.outer,
      y: top + index * LINE,
      width: width - PAGE_WIDTH - (digest ? DIGEST_WIDTH : 0),
    });
  }
  if (digest)
    sheet.line(digest, { x: frame.end - PAGE_WIDTH - DIGEST_WIDTH, y: top, width: DIGEST_WIDTH }, "end");
  const page = desk.set(
    { word: desk.layout.page, with: { page: sheet.number, pages } },
    styles.furnitureStrong,
    PAGE_WIDTH,
  );
  sheet.line(page.lines[0]!, { x: frame.end - PAGE_WIDTH, y: top, width: PAGE_WIDTH }, "end");
}

/** Says behind the text that this is not final. */
export function drawWatermark(sheet: Sheet, word: string, rightToLeft: boolean): void {
  const set = setWord("name", word, rightToLeft);
  const size = Math.min(150, (sheet.paper.width * 0.92) / (set.width / 1000));
  sheet.watermark(set, { size, ink: inks.draft }, rightToLeft ? -Math.PI / 4.4 : Math.PI / 4.4);
}
