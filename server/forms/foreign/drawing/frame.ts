import type { PDFDict } from "pdf-lib";
import { circle } from "../../page/marks.ts";
import { short } from "../../page/pen.ts";
import { dictAt, nameOf, numberOf, numbersAt, at, wordsOf } from "../reading/dictionaries.ts";
import type { Sign } from "./sign-paths.ts";

interface Size {
  width: number;
  height: number;
}

/** What a frame goes round: a dot, or a row of cells. */
export interface FrameShape {
  isRound?: boolean;
  cells?: number | null;
}

/** The ground and the edge a form gives a box, as page operators in the box's own coordinates; often none. */
export function framePaths(widget: PDFDict, size: Size, { isRound = false, cells }: FrameShape): string[] {
  const ground = inkOf(widget, "BG", false);
  const edge = inkOf(widget, "BC", true);
  const { dash, isLine } = edgeOf(widget);
  const stroke = edgeWidth(widget);
  const paths: string[] = [];
  if (ground) paths.push(`${ground} ${outline(size, 0, isRound)} f`);
  if (edge && stroke > 0) {
    const path = isLine ? across(size, stroke / 2) : outline(size, stroke / 2, isRound);
    paths.push(`${edge} ${short(stroke)} w ${dash}${[path, ...walls(size, cells ?? 1)].join(" ")} S`);
  }
  return paths;
}

const across = ({ width }: Size, y: number): string => `0 ${short(y)} m ${short(width)} ${short(y)} l`;

/** The lines between cells. */
const walls = ({ width, height }: Size, cells: number): string[] =>
  Array.from({ length: cells - 1 }, (_, index) => short(((index + 1) * width) / cells)).map(
    (x) => `${x} 0 m ${x} ${short(height)} l`,
  );

/** How thick the edge of a box is, in points; 0 when it has none. */
export const edgeWidth = (widget: PDFDict): number => (inkOf(widget, "BC", true) ? edgeOf(widget).stroke : 0);

/** The sign the form asks for, or the one boxes of its kind have. */
export function signOf(widget: PDFDict | undefined, usual: Sign): Sign {
  const look = widget && dictAt(widget, "MK");
  const asked = look && wordsOf(at(look, "CA"));
  return (asked !== undefined && dingbats[asked]) || usual;
}

// Letters of the ZapfDingbats font that forms name their signs by: two ticks, four crosses, dots and squares.
const dingbats: Record<string, Sign> = {
  ...{ "3": "check", "4": "check", "5": "cross", "6": "cross", "7": "cross", "8": "cross" },
  ...{ l: "dot", m: "dot", n: "square", o: "square" },
};

function outline({ width, height }: Size, inset: number, isRound: boolean): string {
  if (!isRound)
    return `${short(inset)} ${short(inset)} ${short(width - 2 * inset)} ${short(height - 2 * inset)} re`;
  const radius = Math.min(width, height) / 2 - inset;
  return circle(width / 2, height / 2, radius)((x, y) => `${short(x)} ${short(y)}`);
}

function edgeOf(widget: PDFDict): { stroke: number; dash: string; isLine: boolean } {
  const style = dictAt(widget, "BS");
  const stroke = (style && numberOf(at(style, "W"))) ?? numbersAt(widget, "Border")?.[2] ?? 1;
  const kind = style && nameOf(at(style, "S"));
  const dashes = (style && numbersAt(style, "D")) ?? [3];
  return { stroke, dash: kind === "D" ? `[${dashes.map(short).join(" ")}] 0 d ` : "", isLine: kind === "U" };
}

function inkOf(widget: PDFDict, key: "BG" | "BC", isEdge: boolean): string | undefined {
  const look = dictAt(widget, "MK");
  const colour = look && numbersAt(look, key);
  const operator = { 1: "g", 3: "rg", 4: "k" }[colour?.length ?? 0];
  if (!operator) return undefined;
  return `${colour!.map(short).join(" ")} ${isEdge ? operator.toUpperCase() : operator}`;
}
