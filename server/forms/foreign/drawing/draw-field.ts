import type { PDFDict } from "pdf-lib";
import type { LetterCase } from "../../page/letter-case.ts";
import type { DrawnLine, FieldEntry, Overflow } from "../entry.ts";
import { millimetresOf, type ForeignField, type FormBox } from "../foreign-form.ts";
import { hasFlag } from "../reading/flags.ts";
import { placeOf, type BoxPlace } from "./box-place.ts";
import { edgeWidth, framePaths, signOf, type FrameShape } from "./frame.ts";
import { oldPicture } from "./old-picture.ts";
import type { Overlay } from "./overlay.ts";
import type { Element } from "./reading-order.ts";
import { signOperators } from "./sign-paths.ts";
import { writeText, type WrittenText } from "../writing/write-text.ts";

/** A box to fill: where it is, and what the file says of it if it stands there as a field. */
export interface BoxToFill {
  box: FormBox;
  overlay: Overlay;
  widget?: PDFDict | undefined;
  /** What speaks of it in a tagged file. */
  element?: Element | undefined;
}

/** Fills fields one after another with the letters of one document, and remembers what came of it. */
export class Filler {
  readonly letters: LetterCase;
  readonly overflows: Overflow[] = [];
  readonly lines: DrawnLine[] = [];
  readonly missing = new Set<string>();
  private readonly language: string;

  constructor(letters: LetterCase, language: string) {
    this.letters = letters;
    this.language = language;
  }

  /** Draws an entry into every box of its field. */
  fill(field: ForeignField, entry: FieldEntry, boxes: BoxToFill[]): void {
    const worst = boxes
      .map((each) => this.box(field, entry, each))
      .reduce(
        (worst, next) => ((next?.rest.length ?? 0) > (worst?.rest.length ?? 0) ? next : worst),
        undefined,
      );
    if (worst) this.overflows.push({ field: field.name, fits: worst.fits, rest: worst.rest });
  }

  private box(field: ForeignField, entry: FieldEntry, to: BoxToFill): WrittenText | undefined {
    const place = placeOf(to.overlay.page, to.box);
    if (field.kind === "tick" || to.box.option !== undefined) {
      drawMark(to, place, isOn(entry, to.box));
      return undefined;
    }
    drawFrame(to, place, { cells: field.isComb ? field.maxLength : null });
    const said = wordsFor(field, entry);
    return said === "" ? undefined : this.write(said, field, entry, to, place);
  }

  private write(
    said: string,
    field: ForeignField,
    entry: FieldEntry,
    to: BoxToFill,
    place: BoxPlace,
  ): WrittenText {
    const { letters, language } = this;
    const written = writeText(said, field, place, {
      letters,
      language,
      fontSize: entry.fontSize,
      edge: to.widget ? edgeWidth(to.widget) : 0,
    });
    to.overlay.add(written.operators, place.matrix, to.element);
    for (const letter of written.missing) this.missing.add(letter);
    for (const { text, ...at } of written.lines) {
      const [x, y, width, height] = [at.x, at.y, at.width, at.height].map(millimetresOf);
      const where = { x: x!, y: y!, width: width!, height: height! };
      this.lines.push({ field: field.name, page: to.box.page, ...where, text });
    }
    return written;
  }
}

/** Whether a box is marked by an entry. */
export const isOn = ({ isTicked, option }: FieldEntry, box: FormBox): boolean =>
  box.option === undefined ? isTicked === true : option === box.option;

/** What a field says: its text, or the words of the chosen option. */
const wordsFor = ({ options }: ForeignField, { text, option }: FieldEntry): string =>
  text ?? options.find(({ value }) => value === option)?.label ?? "";

/** Draws a box to tick as the form pictures it empty, and our sign on it. */
function drawMark(to: BoxToFill, place: BoxPlace, isOn: boolean): void {
  const isRound = to.widget !== undefined && hasFlag(to.widget, "radio");
  const empty = to.widget && oldPicture(to.widget, "Off");
  if (empty) to.overlay.picture(empty);
  else drawFrame(to, place, { isRound });
  if (!isOn) return;
  const sign = signOf(to.widget, isRound ? "dot" : "check");
  to.overlay.add(signOperators(sign, place.width, place.height), place.matrix, to.element);
}

/** Draws the ground and edge the form gives a box. */
function drawFrame({ widget, overlay }: BoxToFill, place: BoxPlace, shape: FrameShape): void {
  if (!widget) return;
  for (const path of framePaths(widget, place, shape)) overlay.add(path, place.matrix);
}
