import type { Column, PartOf } from "../form-layout.contract.ts";
import type { Bar, Rating, Row } from "../form-values.contract.ts";
import { inks, space, styles } from "../flow/look.ts";
import { together, withNext, type Strip } from "../flow/strip.ts";
import type { Tag } from "../page/tag.ts";
import { bands, cellLines, slices, stroke, type Cell, type CellLine, type Slice } from "./bands.ts";
import type { Desk } from "./desk.ts";
import { barLines, ratingLines } from "./gauges.ts";

const HAIR = 0.6;

/** Rows and columns; the column headings come again on every page. */
export function table(part: PartOf<"table">, rows: Row[], desk: Desk, tag: Tag): Strip[] {
  const element = tag.add("Table");
  const columns = part.columns.filter((column) => !column.below);
  const places = slices(
    desk.width,
    columns.map((column) => column.share ?? 1),
    space.gutter,
  );
  const head = part.bare ? [] : headStrips(columns, places, desk, element);
  const body = element.add("TBody");
  const strips = rows.flatMap((row, index) => {
    const own = rowStrips(part, row, places, desk, body.add("TR"));
    const between = stroke(desk.width, HAIR, inks.hair);
    const led = own.map((strip) => ({ ...strip, head }));
    return index > 0 || (part.bare && !part.labelAside) ? [{ ...between, glue: true }, ...led] : led;
  });
  return [...head, ...strips];
}

function headStrips(columns: Column[], places: Slice[], desk: Desk, element: Tag): Strip[] {
  const row = element.add("THead").add("TR");
  const cells = columns.map((column, index): Cell => {
    const place = places[index]!;
    const heading = row.add("TH", { scope: "Column" });
    if (!column.label) return { ...place, lines: [] };
    return {
      ...place,
      lines: cellLines(desk.set({ word: column.label }, styles.label, place.width), heading, column.align),
    };
  });
  return withNext([
    ...bands(cells, styles.label.leading * desk.scale, { below: 2 }),
    stroke(desk.width, HAIR, inks.strong),
  ]);
}

function rowStrips(part: PartOf<"table">, row: Row, places: Slice[], desk: Desk, element: Tag): Strip[] {
  const columns = part.columns.filter((column) => !column.below);
  const cells = columns.map((column, index): Cell => {
    const place = places[index]!;
    return { ...place, lines: linesOf(column, row[column.key], place.width, desk, element) };
  });
  const across = part.columns
    .filter(({ below }) => below)
    .flatMap(({ key }) => acrossLines(row[key], desk, element, columns.length));
  if (across.length === 0)
    return bands(cells, styles.body.leading * desk.scale, {
      above: space.row * desk.scale,
      below: space.row * desk.scale,
    });
  const beneath: Cell = { dx: 0, width: desk.width, lines: across };
  return together([
    ...bands(cells, styles.body.leading * desk.scale, { above: space.row }),
    ...bands([beneath], styles.body.leading * desk.scale, { below: space.row }),
  ]);
}

/** What stands across the whole row, beneath its cells. */
function acrossLines(value: Row[string] | undefined, desk: Desk, row: Tag, columns: number): CellLine[] {
  if (value === undefined || value === null || isRating(value) || isBar(value)) return [];
  return cellLines(desk.set(value, styles.body, desk.width), row.add("TD", { columns }));
}

function linesOf(
  column: Column,
  value: Row[string] | undefined,
  width: number,
  desk: Desk,
  row: Tag,
): CellLine[] {
  const element = column.rowHead ? row.add("TH", { scope: "Row" }) : row.add("TD");
  if (value === undefined) return [];
  if (isRating(value)) return ratingLines(value, desk, element);
  if (isBar(value)) return barLines(value, desk, element);
  return cellLines(
    desk.set(value, column.rowHead ? styles.strong : styles.body, width),
    element,
    column.align,
  );
}

const isRating = (value: unknown): value is Rating =>
  typeof value === "object" && value !== null && "rating" in value;
const isBar = (value: unknown): value is Bar => typeof value === "object" && value !== null && "bar" in value;
