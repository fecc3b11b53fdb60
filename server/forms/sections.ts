import type { FormLayout, Pair, Part, Section } from "./form-layout.contract.ts";
import type { FormValues, PartValue } from "./form-values.contract.ts";
import type { Book } from "./flow/book.ts";
import { flow, flowBeside, type Cursor } from "./flow/flow.ts";
import { inks, space, styles } from "./flow/look.ts";
import { air, withNext, type Strip } from "./flow/strip.ts";
import type { Tag } from "./page/tag.ts";
import { slices, stroke } from "./parts/bands.ts";
import { blocks } from "./parts/blocks.ts";
import type { Desk } from "./parts/desk.ts";
import { facts } from "./parts/facts.ts";
import { box, entries, lines, list, notice, text } from "./parts/lines.ts";
import { slots } from "./parts/slots.ts";
import { table } from "./parts/table.ts";

/** Lays every section of the form, top to bottom; those with nothing to say are left out. */
export function laySections(
  book: Book,
  values: FormValues,
  desk: Desk,
  root: Tag,
  frame: { x: number; start: Cursor },
): void {
  let cursor = frame.start;
  let first = true;
  for (const place of desk.layout.sections) {
    const present = sectionsOf(place).filter((section) => says(section, values));
    if (present.length === 0) continue;
    if (!first) cursor = flow(book, separator(desk.width), frame.x, cursor);
    first = false;
    cursor =
      present.length === 2
        ? layPair(book, place as Pair, values, desk, root, { ...frame, start: cursor })
        : flow(book, sectionStrips(present[0]!, values, desk, root), frame.x, cursor);
  }
}

/** The sections at one place of the form. */
export const sectionsOf = (place: FormLayout["sections"][number]): Section[] =>
  "beside" in place ? place.beside : [place];

function layPair(
  book: Book,
  pair: Pair,
  values: FormValues,
  desk: Desk,
  root: Tag,
  frame: { x: number; start: Cursor },
): Cursor {
  const places = slices(desk.width, pair.shares ?? [1, 1], space.alley);
  const columns = pair.beside.map((section, index) => ({
    strips: sectionStrips(section, values, desk.narrowed(places[index]!.width), root),
    x: frame.x + places[index]!.dx,
  }));
  return flowBeside(book, columns, frame.start);
}

/** A line between sections; at the end of a page it goes with what follows, at the top of one it is not drawn. */
const separator = (width: number): Strip[] => [
  {
    ...stroke(width, 0.6, inks.line, { above: space.section, below: space.section }),
    glue: true,
    keep: false,
  },
];

function says(section: Section, values: FormValues): boolean {
  const told = values.sections[section.key];
  return (
    told !== undefined && section.parts.some((part) => part.kind !== "notice" && told[part.key] !== undefined)
  );
}

function sectionStrips(section: Section, values: FormValues, desk: Desk, root: Tag): Strip[] {
  const tag = root.add("Sect");
  const heading = headingStrips(section, values, desk, tag);
  const told = values.sections[section.key] ?? {};
  const parts = section.parts.filter((part) => part.kind === "notice" || told[part.key] !== undefined);
  const body = parts.flatMap((part, index) => {
    const strips = [...labelStrips(part, desk, tag), ...partStrips(part, told[part.key] ?? null, desk, tag)];
    return index > 0 ? [air(space.part), ...strips] : strips;
  });
  return [...heading, air(space.heading), ...body];
}

function headingStrips(section: Section, values: FormValues, desk: Desk, tag: Tag): Strip[] {
  const element = tag.add("H2");
  const words = values.headings?.[section.key] ?? { word: section.heading };
  const strips = desk.text(words, styles.section, { width: desk.width, tag: element });
  if (section.number === undefined) return withNext(strips);
  const [figure] = desk.set(`${section.number} `, styles.number, 30).lines;
  const [first, ...rest] = strips;
  const numbered: Strip = {
    ...first!,
    draw: (sheet, x, y) => {
      sheet.line(figure!, { x: x - space.hang - 24, y, width: 24 }, "end", element);
      first!.draw(sheet, x, y);
    },
  };
  return withNext([numbered, ...rest]);
}

function labelStrips(part: Part, desk: Desk, tag: Tag): Strip[] {
  if (part.kind === "notice" || !part.label) return [];
  return withNext([
    ...desk.text({ word: part.label }, styles.label, { width: desk.width, tag: tag.add("P") }),
    air(1.5),
  ]);
}

function partStrips(part: Part, value: PartValue, desk: Desk, tag: Tag): Strip[] {
  if (part.kind === "notice") return notice(part, desk, tag);
  const nothing =
    value === null
      ? desk.layout.unwritten
      : Array.isArray(value) && value.length === 0
        ? part.empty
        : undefined;
  if (nothing && !(value === null && (part.kind === "box" || part.kind === "slots"))) {
    return desk.text({ word: nothing, style: "muted" }, styles.body, {
      width: desk.width,
      tag: tag.add("P"),
    });
  }
  return drawn(part, value ?? [], desk, tag);
}

// The values were checked against the layout, each part's by its kind.
function drawn(part: Exclude<Part, { kind: "notice" }>, value: unknown, desk: Desk, tag: Tag): Strip[] {
  switch (part.kind) {
    case "facts":
      return facts(part, value as never, desk, tag);
    case "lines":
      return lines(part, value as never, desk, tag);
    case "table":
      return table(part, value as never, desk, tag);
    case "text":
      return text(part, value as never, desk, tag);
    case "list":
      return list(part, value as never, desk, tag);
    case "entries":
      return entries(part, value as never, desk, tag);
    case "box":
      return box(part, value as never, desk, tag);
    case "blocks":
      return blocks(part, value as never, desk, tag);
    case "slots":
      return slots(part, value as never, desk, tag);
    default:
      return part satisfies never;
  }
}
