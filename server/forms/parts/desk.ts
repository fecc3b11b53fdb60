import type { FormLayout } from "../form-layout.contract.ts";
import type { MaybeWords, Words } from "../form-values.contract.ts";
import type { Reader } from "../reader.ts";
import { unlonely, type Strip } from "../flow/strip.ts";
import { inks } from "../flow/look.ts";
import type { Tag } from "../page/tag.ts";
import { breakLines, type SetParagraph } from "../type/break-lines.ts";
import type { Paragraph, Style } from "../type/span.ts";

/** Where a stretch of text stands inside its frame. */
export interface TextPlace {
  width: number;
  dx?: number;
  align?: "start" | "end" | "own";
  tag?: Tag;
}

/** What every part is made with: the words in the reader's language, the width there is, and a note of missing letters. */
export class Desk {
  readonly reader: Reader;
  readonly layout: FormLayout;
  readonly width: number;
  readonly missing: Set<string>;
  /** How many times the usual size everything is set in. */
  readonly scale: number;

  constructor(reader: Reader, layout: FormLayout, width: number, missing = new Set<string>(), scale = 1) {
    this.reader = reader;
    this.layout = layout;
    this.width = width;
    this.missing = missing;
    this.scale = scale;
  }

  /** The same desk with another width. */
  narrowed(width: number): Desk {
    return new Desk(this.reader, this.layout, width, this.missing, this.scale);
  }

  /** The same desk setting everything larger. */
  scaled(scale: number): Desk {
    return new Desk(this.reader, this.layout, this.width, this.missing, scale);
  }

  /** Words broken into lines; null says that nothing is written yet. */
  set(words: MaybeWords, style: Style, width: number): SetParagraph {
    return this.broken(this.reader.paragraph(this.orUnwritten(words), this.shaded(words, style)), width);
  }

  /** Prose broken into lines, in its own direction. */
  setProse(words: MaybeWords, style: Style, width: number): SetParagraph {
    return this.broken(this.reader.prose(this.orUnwritten(words), this.shaded(words, style)), width);
  }

  /** Strips for a paragraph: short ones stay whole, long ones continue on the next page. */
  text(words: Words, style: Style, place: TextPlace): Strip[] {
    const { lines } =
      place.align === "own" ? this.setProse(words, style, place.width) : this.set(words, style, place.width);
    return unlonely(lines.map((line) => lineStrip(line, place)));
  }

  private orUnwritten(words: MaybeWords): Words {
    return words ?? { word: this.layout.unwritten };
  }

  private shaded(words: MaybeWords, style: Style): Style {
    const { size, leading } = style;
    const sized =
      this.scale === 1 ? style : { ...style, size: size * this.scale, leading: leading * this.scale };
    return words === null ? { ...sized, ink: inks.strong } : sized;
  }

  private broken(paragraph: Paragraph, width: number): SetParagraph {
    const set = breakLines(paragraph, width);
    for (const letter of set.missing) this.missing.add(letter);
    return set;
  }
}

/** A strip that draws one line. */
export function lineStrip(
  line: SetParagraph["lines"][number],
  { width, dx = 0, align, tag }: TextPlace,
): Strip {
  return {
    height: line.leading,
    draw: (sheet, x, y, again) => sheet.line(line, { x: x + dx, y, width }, align, again ? undefined : tag),
  };
}
