import { PDFArray, PDFDict } from "pdf-lib";
import { tooLarge } from "../refusals.ts";
import { at, dictAt, inherited, itemsOf, nameOf, numberOf, numbersAt } from "./dictionaries.ts";

const MOST_PAGES = 50;
const LETTER: Box = [0, 0, 612, 792];

/** A page as it is shown: sizes in points, places from its top left corner. */
export interface PageView {
  /** Counted from 1. */
  number: number;
  node: PDFDict;
  width: number;
  height: number;
  /** Degrees the page is turned clockwise to be read. */
  rotation: 0 | 90 | 180 | 270;
  /** Turns a place as shown into the page's own coordinates. */
  toPage(x: number, y: number): [number, number];
  /** Turns the page's own coordinates into a place as shown. */
  toShown(x: number, y: number): [number, number];
}

/** The pages of a file in their order; throws `form-too-large` when there are too many. */
export function viewPages(catalog: PDFDict): PageView[] {
  return listPages(catalog).map((node, index) => viewOf(node, index + 1));
}

// A hostile tree may lead in circles or repeat itself without end: every node counts once.
function listPages(catalog: PDFDict): PDFDict[] {
  const pages: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const waiting = [dictAt(catalog, "Pages")];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const kids = at(node, "Kids");
    if (kids instanceof PDFArray && nameOf(at(node, "Type")) !== "Page") waiting.push(...kidsOf(kids));
    else pages.push(node);
    if (pages.length > MOST_PAGES) throw tooLarge();
  }
  return pages;
}

const kidsOf = (kids: PDFArray): (PDFDict | undefined)[] =>
  itemsOf(kids)
    .map((kid) => (kid instanceof PDFDict ? kid : undefined))
    .reverse();

function viewOf(node: PDFDict, number: number): PageView {
  const box = visibleBox(node);
  const unit = numberOf(at(node, "UserUnit")) ?? 1;
  const turned = (((numberOf(inherited(node, "Rotate")) ?? 0) % 360) + 360) % 360;
  const rotation = turned === 90 || turned === 180 || turned === 270 ? turned : 0;
  const [wide, high] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit];
  const [width, height] = rotation === 90 || rotation === 270 ? [high, wide] : [wide, high];
  const { toPage, toShown } = ways(box)[rotation];
  return {
    ...{ number, node, width, height, rotation },
    toPage: (x, y) => toPage(x / unit, y / unit),
    toShown: (x, y) => toShown(x, y).map((each) => each * unit) as Point,
  };
}

type Point = [x: number, y: number];
type Way = Record<"toPage" | "toShown", (x: number, y: number) => Point>;

/** From the corner that is seen at the top left to the page's own, and back, for every way a page can be turned. */
const ways = ([left, bottom, right, top]: Box): Record<PageView["rotation"], Way> => ({
  0: { toPage: (x, y) => [left + x, top - y], toShown: (x, y) => [x - left, top - y] },
  90: { toPage: (x, y) => [left + y, bottom + x], toShown: (x, y) => [y - bottom, x - left] },
  180: { toPage: (x, y) => [right - x, bottom + y], toShown: (x, y) => [right - x, y - bottom] },
  270: { toPage: (x, y) => [right - y, top - x], toShown: (x, y) => [top - y, right - x] },
});

type Box = [left: number, bottom: number, right: number, top: number];

/** What is seen of a page: its crop box as far as there is paper. */
function visibleBox(node: PDFDict): Box {
  const paper = boxAt(node, "MediaBox") ?? LETTER;
  const crop = boxAt(node, "CropBox");
  if (!crop) return paper;
  const seen: Box = [
    Math.max(paper[0], crop[0]),
    Math.max(paper[1], crop[1]),
    Math.min(paper[2], crop[2]),
    Math.min(paper[3], crop[3]),
  ];
  return seen[0] < seen[2] && seen[1] < seen[3] ? seen : paper;
}

function boxAt(node: PDFDict, key: string): Box | undefined {
  const numbers = numbersAt(node, key, inherited);
  return numbers?.length === 4 ? upright(numbers) : undefined;
}

/** A rectangle with its lower left corner first, however it was written; undefined when it has no area. */
export function upright(numbers: number[]): Box | undefined {
  const [a, b, c, d] = numbers as Box;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}
