import type { Style } from "../type/span.ts";
import type { Shaped } from "../type/shape.ts";
import type { LetterCase } from "./letter-case.ts";

/** How letters are set, without the leading. */
export type Hand = Pick<Style, "size" | "ink" | "tracking">;

/** A number as page operators want it. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);

/** Writes page operators, and none that says what already holds. Places are in the page's own coordinates. */
export class Pen {
  private readonly letters: LetterCase;
  private readonly out: string[] = [];
  private inText = false;
  private marked = false;
  private font = "";
  private ink = -1;
  private tracking = 0;
  /** Letters shown so far that the next ones may follow without a new place. */
  private waiting = "";
  private end = { x: Number.NaN, y: Number.NaN };

  constructor(letters: LetterCase) {
    this.letters = letters;
  }

  /** Begins marked content; what was open ends. */
  mark(operator: string): void {
    this.unmark();
    this.out.push(operator);
    this.marked = true;
  }

  /** Ends marked content. */
  unmark(): void {
    this.textOff();
    if (this.marked) this.out.push("EMC");
    this.marked = false;
  }

  /** Shows letters with their baseline starting at a place. */
  letter(shaped: Shaped, hand: Hand, x: number, y: number): void {
    this.textOn();
    const changed = this.hand(shaped, hand);
    if (changed || y !== this.end.y || Math.abs(x - this.end.x) > 0.01)
      this.moveTo(`1 0 0 1 ${short(x)} ${short(y)}`);
    for (const { rise, codes } of this.letters.encode(shaped)) {
      if (rise === 0) this.waiting += codes;
      else this.lifted(codes, (rise * hand.size) / 1000);
    }
    this.end = { x: x + widthOf(shaped, hand), y };
  }

  /** Shows letters along a turned line. */
  turned(shaped: Shaped, hand: Hand, matrix: number[]): void {
    this.textOn();
    this.hand(shaped, hand);
    this.moveTo(matrix.map((each) => Math.round(each * 1e4) / 1e4).join(" "));
    for (const { codes } of this.letters.encode(shaped)) this.waiting += codes;
    this.end = { x: Number.NaN, y: Number.NaN };
  }

  /** Fills a path, or strokes it when a thickness is given. */
  paint(path: string, ink: number, stroke = 0): void {
    this.textOff();
    if (stroke > 0) this.out.push(`${short(ink)} G ${short(stroke)} w 1 J 1 j`, `${path} S`);
    else this.out.push(`${this.inkSet(ink)}${path} f`);
  }

  /** Everything written. */
  content(): string {
    this.unmark();
    return this.out.join("\n");
  }

  private hand(shaped: Shaped, { size, ink, tracking = 0 }: Hand): boolean {
    const font = `/${this.letters.font(shaped.face).name} ${short(size)} Tf`;
    if (font === this.font && ink === this.ink && tracking === this.tracking) return false;
    this.flush();
    if (font !== this.font) this.out.push(font);
    if (ink !== this.ink) this.out.push(this.inkSet(ink).trim());
    if (tracking !== this.tracking) this.out.push(`${Math.round(tracking * size * 1000) / 1000} Tc`);
    this.font = font;
    this.tracking = tracking;
    return true;
  }

  private inkSet(ink: number): string {
    const said = ink === this.ink ? "" : `${short(ink)} g `;
    this.ink = ink;
    return said;
  }

  private moveTo(matrix: string): void {
    this.flush();
    this.out.push(`${matrix} Tm`);
  }

  private lifted(codes: string, rise: number): void {
    this.flush();
    this.out.push(`${short(rise)} Ts [${codes}]TJ 0 Ts`);
  }

  private flush(): void {
    if (this.waiting) this.out.push(`[${this.waiting}]TJ`);
    this.waiting = "";
  }

  private textOn(): void {
    if (!this.inText) this.out.push("BT");
    this.inText = true;
  }

  private textOff(): void {
    this.flush();
    if (this.inText) this.out.push("ET");
    this.inText = false;
    this.end = { x: Number.NaN, y: Number.NaN };
  }
}

/** Points a run of letters takes. */
export const widthOf = (shaped: Shaped, { size, tracking = 0 }: Hand): number =>
  (shaped.width / 1000 + tracking * shaped.glyphs.length) * size;
