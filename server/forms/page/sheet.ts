import type { Line, PlacedPiece } from "../type/break-lines.ts";
import type { SetWord } from "../type/set-word.ts";
import type { LetterCase } from "./letter-case.ts";
import { markPaths } from "./marks.ts";
import type { Paper, Path, Place, PlacedBox } from "./paper.ts";
import { Pen, short, widthOf, type Hand } from "./pen.ts";
import type { Tag } from "./tag.ts";

/** Where in a line's height its letters stand. */
const BASELINE = 0.74;

/** One page being drawn. A form read from the right is mirrored here, so nothing else needs other numbers. */
export class Sheet {
  readonly number: number;
  readonly paper: Paper;
  readonly boxes: PlacedBox[] = [];
  /** The tag of each piece of marked content, by its id. */
  readonly marked: Tag[] = [];
  private readonly pen: Pen;
  private open: Tag | "furniture" | null = null;

  constructor(number: number, paper: Paper, letters: LetterCase) {
    this.number = number;
    this.paper = paper;
    this.pen = new Pen(letters);
  }

  /** Draws a line of text; without a tag it is furniture that screen readers pass over. */
  line(line: Line, place: Place, align: "start" | "end" | "own" = "start", tag?: Tag): void {
    const left = this.leftOf(line, place, align);
    const baseline = place.y + line.leading * BASELINE;
    for (const piece of line.pieces) if (piece.mark) this.mark(piece, left, baseline);
    for (const piece of line.pieces) this.piece(piece, left, baseline, tag);
    if (line.text !== "") this.remember(line, left, place.y);
  }

  /** A straight stroke in the reading direction. */
  rule({ x, y, width }: Place, thickness: number, ink: number): void {
    this.rectangle({ x, y: y - thickness / 2, width }, thickness, ink);
  }

  /** A filled box, or with a stroke only its edge. */
  rectangle(place: Place, height: number, ink: number, stroke = 0, tag?: Tag): void {
    const inset = stroke / 2;
    this.path(
      place,
      (at) => `${at(inset, height - inset)} ${short(place.width - stroke)} ${short(height - stroke)} re`,
      ink,
      stroke,
      tag,
    );
  }

  /** A path at a place; filled, or stroked when a thickness is given. */
  path(place: Place, path: Path, ink: number, stroke = 0, tag?: Tag): void {
    this.use(tag ?? "furniture");
    const left = this.fromLeft(place);
    this.pen.paint(
      path((dx, dy) => `${short(left + dx)} ${short(this.paper.height - place.y - dy)}`),
      ink,
      stroke,
    );
  }

  /** A word across the middle of the page; call it before anything else, so that it stands behind. */
  watermark({ runs, width }: SetWord, hand: Hand, angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.use("furniture");
    let dx = (-width / 2000) * hand.size;
    const dy = -hand.size * 0.33;
    for (const run of runs) {
      const x = this.paper.width / 2 + dx * cos - dy * sin;
      const y = this.paper.height / 2 + dx * sin + dy * cos;
      this.pen.turned(run, hand, [cos, sin, -sin, cos, x, y]);
      dx += widthOf(run, hand);
    }
  }

  /** The page's operators. */
  content(): string {
    this.open = null;
    return this.pen.content();
  }

  private piece(piece: PlacedPiece, left: number, baseline: number, tag?: Tag): void {
    this.use(tag?.speaking(piece.span.lang) ?? "furniture");
    let x = left + piece.x;
    for (const run of piece.runs) {
      this.pen.letter(run, piece.span.style, x, this.paper.height - baseline);
      x += widthOf(run, piece.span.style);
    }
  }

  private mark(piece: PlacedPiece, left: number, baseline: number): void {
    const { size, ink } = piece.span.style;
    const side = size * 1.12;
    const x = piece.level % 2 === 1 ? left + piece.x + piece.width - side : left + piece.x;
    const top = baseline - size * 0.9;
    this.use("furniture");
    const at = (dx: number, dy: number) =>
      `${short(x + (dx * side) / 24)} ${short(this.paper.height - top - (dy * side) / 24)}`;
    for (const { path, fill } of markPaths[piece.mark!]) this.pen.paint(path(at), ink, fill ? 0 : size * 0.1);
  }

  private leftOf(line: Line, place: Place, align: "start" | "end" | "own"): number {
    const fromRight = align === "own" ? line.rightToLeft : this.paper.rightToLeft === (align === "start");
    const left = this.fromLeft(place);
    return fromRight ? left + place.width - line.width : left;
  }

  private fromLeft({ x, width }: Place): number {
    return this.paper.rightToLeft ? this.paper.width - x - width : x;
  }

  private remember({ width, leading, text }: Line, x: number, y: number): void {
    this.boxes.push({ page: this.number, x, y, width, height: leading, text });
  }

  private use(tag: Tag | "furniture"): void {
    if (this.open === tag) return;
    this.open = tag;
    if (tag === "furniture") return this.pen.mark("/Artifact BMC");
    this.pen.mark(`/${tag.kind} <</MCID ${this.marked.length}>> BDC`);
    tag.kids.push({ page: this.number, id: this.marked.length });
    this.marked.push(tag);
  }
}
