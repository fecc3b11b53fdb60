import type { Book } from "./book.ts";
import { heightOf, type Strip } from "./strip.ts";

/** How far the text has come: a page, counted from 0, and a height on it. */
export interface Cursor {
  page: number;
  y: number;
  /** A heading was just repeated here. */
  afterHead?: boolean;
}

const SLACK = 0.01;

/** Lays strips under each other, page after page, and answers where the next may begin. */
export function flow(book: Book, strips: Strip[], x: number, start: Cursor): Cursor {
  let cursor = start;
  for (let at = 0; at < strips.length;) {
    const group = groupAt(strips, at);
    if (!fits(book, group, cursor) && fits(book, group, nextPage(book, cursor)))
      cursor = turn(book, group, x, cursor);
    for (const strip of group) cursor = lay(book, strip, x, cursor);
    at += group.length;
  }
  return cursor;
}

/** Two columns and the line above them. */
export interface Beside {
  lead: Strip[];
  columns: { strips: Strip[]; x: number }[];
  x: number;
}

/** Columns shorter than this share of a page are not continued on the next. */
const WHOLE = 1 / 3;

/** Lays two columns beside each other from the same height; each continues on the next page by itself. */
export function flowBeside(book: Book, { lead, columns, x }: Beside, start: Cursor): Cursor {
  const tallest = Math.max(...columns.map(({ strips }) => heightOf(strips)));
  const first = Math.max(...columns.map(({ strips }) => heightOf(groupAt(strips, 0))));
  const page = book.room.bottom - book.room.top;
  const wanted = heightOf(lead) + (tallest <= page * WHOLE ? tallest : Math.min(first, page));
  const tooLow = start.y + wanted > book.room.bottom + SLACK;
  const from = flow(book, lead, x, tooLow ? nextPage(book, start) : start);
  const ends = columns.map(({ strips, x }) => flow(book, strips, x, from));
  return ends.reduce((last, end) => (later(end, last) ? end : last));
}

const later = (one: Cursor, other: Cursor): boolean =>
  one.page > other.page || (one.page === other.page && one.y > other.y);

/** A strip and those it must not be parted from. */
function groupAt(strips: Strip[], start: number): Strip[] {
  let end = start;
  while (end < strips.length - 1 && strips[end]!.keep) end++;
  return strips.slice(start, end + 1);
}

const atTop = (book: Book, { page, y }: Cursor): boolean => page > 0 && y <= book.room.top + SLACK;

/** The top of the page after this one. */
export const nextPage = (book: Book, { page }: Cursor): Cursor => ({ page: page + 1, y: book.room.top });

function fits(book: Book, group: Strip[], cursor: Cursor): boolean {
  if (!atTop(book, cursor)) return cursor.y + heightOf(group) <= book.room.bottom + SLACK;
  const first = group.findIndex((strip) => !strip.glue);
  const seen = first < 0 ? [] : group.slice(first);
  return cursor.y + heightOf(seen[0]?.head ?? []) + heightOf(seen) <= book.room.bottom + SLACK;
}

function turn(book: Book, group: Strip[], x: number, cursor: Cursor): Cursor {
  let next = nextPage(book, cursor);
  const repeated = group.find((strip) => !strip.glue)?.head ?? [];
  for (const strip of repeated) {
    strip.draw(book.sheet(next.page), x, next.y, true);
    next = { ...next, y: next.y + strip.height, afterHead: true };
  }
  return next;
}

function lay(book: Book, strip: Strip, x: number, cursor: Cursor): Cursor {
  if (strip.glue && (atTop(book, cursor) || cursor.afterHead)) return cursor;
  const full = cursor.y + strip.height > book.room.bottom + SLACK;
  if (full && strip.glue) return nextPage(book, cursor);
  const place = full && !atTop(book, cursor) ? turn(book, [strip], x, cursor) : cursor;
  strip.draw(book.sheet(place.page), x, place.y);
  return { page: place.page, y: place.y + strip.height };
}
