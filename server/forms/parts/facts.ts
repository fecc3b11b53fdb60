import type { Field, PartOf } from "../form-layout.contract.ts";
import type { Fields } from "../form-values.contract.ts";
import { space, styles } from "../flow/look.ts";
import { air, together, withNext, type Strip } from "../flow/strip.ts";
import type { Tag } from "../page/tag.ts";
import { bands, cellLines, slices, type Cell, type Slice } from "./bands.ts";
import type { Desk } from "./desk.ts";

/** A grid of labels with what they say beneath. */
export function facts(part: PartOf<"facts">, values: Fields, desk: Desk, tag: Tag): Strip[] {
  const list = tag.add("L");
  const columns = slices(desk.width, part.shares ?? Array<number>(part.columns).fill(1), space.gutter * 1.5);
  const rows = rowsOf(
    part.fields.filter((field) => values[field.key] !== undefined),
    part.columns,
  );
  return rows.flatMap((row, index) => {
    const strips = rowStrips(row, values, desk, list, columns);
    return index > 0 ? [air(3.6), ...strips] : strips;
  });
}

function rowsOf(fields: Field[], columns: number): Field[][] {
  const rows: Field[][] = [];
  let used = columns;
  for (const field of fields) {
    const span = field.span ?? 1;
    if (used + span > columns) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(field);
    used += span;
  }
  return rows;
}

function rowStrips(row: Field[], values: Fields, desk: Desk, list: Tag, columns: Slice[]): Strip[] {
  const labels: Cell[] = [];
  const told: Cell[] = [];
  let column = 0;
  for (const field of row) {
    const item = list.add("LI");
    const slice = joined(columns, column, field.span ?? 1);
    const label = desk.set({ word: field.label }, styles.label, slice.width);
    const value = desk.set(values[field.key] ?? null, styles.strong, slice.width);
    labels.push({ ...slice, lines: cellLines(label, item.add("Lbl")) });
    told.push({ ...slice, lines: cellLines(value, item.add("LBody")) });
    column += field.span ?? 1;
  }
  return together([...withNext(bands(labels, styles.label.leading)), ...bands(told, styles.strong.leading)]);
}

function joined(columns: Slice[], from: number, span: number): Slice {
  const first = columns[from]!;
  const last = columns[Math.min(from + span, columns.length) - 1]!;
  return { dx: first.dx, width: last.dx + last.width - first.dx };
}
