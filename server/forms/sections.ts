import type { FormLayout, Part, Section } from "./form-layout.contract.ts";
import type { FormValues, PartValue } from "./form-values.contract.ts";
import type { Book } from "./flow/book.ts";
import { flow, flowBeside, nextPage, type Cursor } from "./flow/flow.ts";
import { inks, space, styles } from "./flow/look.ts";
import { air, beginning, withNext, type Strip } from "./flow/strip.ts";
import type { Tag } from "./page/tag.ts";
import { aside } from "./parts/aside.ts";
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
  let lead: Strip[] = [];
  for (const place of desk.layout.sections) {
    const present = sectionsOf(place).filter((section) => says(section, values));
    const columns = columnsOf(place, present, values, desk, root, frame.x);
    if (present.some(({ newPage }) => newPage)) cursor = nextPage(book, cursor);
    if (columns.length === 2) cursor = flowBeside(book, { lead, columns, x: frame.x }, cursor);
    if (columns.length === 1) cursor = flow(book, [...lead, ...columns[0]!.strips], frame.x, cursor);
    if (columns.length > 0) lead = [separator(desk.width, present[0]!.scale)];
  }
}

/** The sections at one place of the form. */
export const sectionsOf = (place: FormLayout["sections"][number]): Section[] =>
  "beside" in place ? place.beside : [place];

function columnsOf(
  place: FormLayout["sections"][number],
  present: Section[],
  values: FormValues,
  desk: Desk,
  root: Tag,
  x: number,
): { strips: Strip[]; x: number }[] {
  const shares = "beside" in place ? place.shares : undefined;
  const places = slices(desk.width, present.length === 2 ? (shares ?? [1, 1]) : [1], space.alley);
  return present.map((section, index) => {
    const { dx, width } = places[index]!;
    return {
      strips: sectionStrips(section, values, deskFor(section, desk.narrowed(width)), root),
      x: x + dx,
    };
  });
}

const deskFor = ({ scale }: Section, desk: Desk): Desk => (scale ? desk.scaled(scale) : desk);

/** A line between sections, which nobody misses at the top of a page. */
const separator = (width: number, scale = 1): Strip => ({
  ...stroke(width, 0.6, inks.line, { above: space.section * scale ** 3, below: space.section * scale ** 3 }),
  glue: true,
});

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
    const strips = labelled(part, told[part.key] ?? null, desk, tag);
    // What a sentence of the form introduces stays on its page.
    const kept = part.kind === "notice" && index < parts.length - 1 ? withNext(strips) : strips;
    return index === 0 || isAside(part, told) ? kept : [air(space.part * desk.scale), ...kept];
  });
  return [...heading, air(space.heading * desk.scale), ...body];
}

const isAside = (part: Part, told: Record<string, PartValue>): boolean =>
  part.kind === "table" && part.labelAside === true && !isEmpty(told[part.key]);

const isEmpty = (value: PartValue | undefined): boolean => Array.isArray(value) && value.length === 0;

/** A part with its label: above it, or at its side. Where there is nothing to label, there is no label. */
function labelled(part: Part, value: PartValue, desk: Desk, tag: Tag): Strip[] {
  if (part.kind === "notice" || !part.label || isEmpty(value)) return partStrips(part, value, desk, tag);
  const element = tag.add("P");
  if (part.kind === "table" && part.labelAside) {
    return aside(desk, part.label, element, (narrowed) => partStrips(part, value, narrowed, tag));
  }
  const label = desk.text({ word: part.label }, styles.label, { width: desk.width, tag: element });
  return [...withNext(label), air(1.5), ...partStrips(part, value, desk, tag)];
}

function headingStrips(section: Section, values: FormValues, desk: Desk, tag: Tag): Strip[] {
  const element = tag.add("H2");
  const words = values.headings?.[section.key] ?? { word: section.heading };
  const strips = desk.text(words, styles.section, { width: desk.width, tag: element });
  if (section.number === undefined) return withNext(strips);
  const [figure] = desk.set(`${section.number} `, styles.number, 30).lines;
  const numbered = beginning(strips, (sheet, x, y) =>
    sheet.line(figure!, { x: x - space.hang - 24, y, width: 24 }, "end", element),
  );
  return withNext(numbered);
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

type Draw = (part: never, value: never, desk: Desk, tag: Tag) => Strip[];
type ValuedPart = Exclude<Part, { kind: "notice" }>;

const drawings: Record<ValuedPart["kind"], Draw> = {
  facts,
  lines,
  table,
  text,
  list,
  entries,
  box,
  blocks,
  slots,
};

// The values were checked against the layout, each part's by its kind.
const drawn = (part: ValuedPart, value: unknown, desk: Desk, tag: Tag): Strip[] =>
  drawings[part.kind](part as never, value as never, desk, tag);
