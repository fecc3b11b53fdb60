import { inks } from "../../flow/look.ts";
import { breakLines, type Line } from "../../type/break-lines.ts";
import type { Voice } from "../../type/faces.ts";
import { hasRightToLeft } from "../../type/letters.ts";
import type { Style } from "../../type/span.ts";
import { BASELINE } from "./write-line.ts";
import { longestFitting } from "./longest-fitting.ts";

/** The room text has, in points, and how it may be set there. */
export interface Room {
  width: number;
  height: number;
  /** The size to begin with. */
  size: number;
  /** The size below which text is cut instead. */
  least: number;
  isMultiline: boolean;
  voice: Voice;
}

/** Text set into its room: what is drawn, and what is left over. */
export interface FittedText {
  lines: Line[];
  size: number;
  leading: number;
  /** `fits` and `rest` together are the whole text; with a rest, what is drawn ends with “…”. */
  fits: string;
  rest: string;
  missing: string[];
}

/** Whatever ends a line, as people paste it. */
export const LINE_ENDS = /\r\n?|[\n\u2028\u2029\v\f\u0085]/g;
/** In ems; letters read from the right reach lower and higher. */
const LEADING = { one: 1.2, many: 1.25, fromRight: 1.5 };
const STEP = 0.5;
const SLACK = 0.01;

/** Sets text as large as its room allows; below the least size it is cut after a word, and the rest handed back. */
export function fitText(text: string, room: Room): FittedText {
  const wanted = Math.min(room.size, room.height / leadingOf(text, room.isMultiline));
  const least = Math.min(wanted, room.least);
  const said = text.trimEnd();
  const whole = room.isMultiline ? shrunk(said, room, wanted, least) : narrowed(said, room, wanted, least);
  if (fitsIn(whole, room)) return { ...whole, fits: text, rest: "" };
  const cut = longestFitting(text, (part) => fitsIn(set(`${part.trimEnd()}…`, room, least), room));
  if (cut === undefined) return { ...set("", room, least), fits: "", rest: text };
  const drawn = set(`${text.slice(0, cut).trimEnd()}…`, room, least);
  return { ...drawn, fits: text.slice(0, cut), rest: text.slice(cut) };
}

/** The height of a line in ems. */
export const leadingOf = (text: string, isMultiline: boolean): number =>
  hasRightToLeft(text) ? LEADING.fromRight : isMultiline ? LEADING.many : LEADING.one;

/** Where in a line's height its letters stand. */
export const baselineOf = (text: string): number => (hasRightToLeft(text) ? 0.7 : BASELINE);

type SetText = Omit<FittedText, "fits" | "rest">;

function set(text: string, { width, isMultiline, voice }: Room, size: number): SetText {
  const leading = size * leadingOf(text, isMultiline);
  const style: Style = { voice, size, leading, ink: inks.ink };
  const paragraphs = isMultiline ? text.split(LINE_ENDS) : [text.replace(LINE_ENDS, " ")];
  const set = paragraphs.map((paragraph) =>
    breakLines(
      { spans: [{ text: paragraph, style }], direction: "auto" },
      isMultiline ? width : Number.MAX_VALUE,
    ),
  );
  const missing = set.flatMap((paragraph) => paragraph.missing);
  return { lines: set.flatMap((paragraph) => paragraph.lines), size, leading, missing };
}

const fitsIn = ({ lines, leading }: SetText, { width, height }: Room): boolean =>
  lines.length * leading <= height + SLACK && lines.every((line) => line.width <= width + SLACK);

function shrunk(text: string, room: Room, wanted: number, least: number): SetText {
  for (let size = wanted; size > least; size -= STEP) {
    const tried = set(text, room, size);
    if (fitsIn(tried, room)) return tried;
  }
  return set(text, room, least);
}

// One line grows with its size, so the size that fits is known at once.
function narrowed(text: string, room: Room, wanted: number, least: number): SetText {
  const tried = set(text, room, wanted);
  const wide = tried.lines[0]!.width;
  if (wide <= room.width) return tried;
  return set(text, room, Math.max(least, Math.floor(((wanted * room.width) / wide) * 10) / 10));
}
