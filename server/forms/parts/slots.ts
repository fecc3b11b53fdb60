import type { PartOf } from "../form-layout.contract.ts";
import type { Slot } from "../form-values.contract.ts";
import { inks, styles } from "../flow/look.ts";
import { air, together, withNext, type Strip } from "../flow/strip.ts";
import type { Tag } from "../page/tag.ts";
import { bands, cellLines, slices, type Cell, type CellLine, type Slice } from "./bands.ts";
import type { Desk } from "./desk.ts";

const GUTTER = 15;
/** Room for a signature by hand. */
const PEN = 21;

/** Places to sign: a name over a line, and beneath it who, when and how. */
export function slots(part: PartOf<"slots">, values: Slot[], desk: Desk, tag: Tag): Strip[] {
  const places = slices(desk.width, Array<number>(part.columns).fill(1), GUTTER);
  const list = tag.add("L");
  const rows: Slot[][] = [];
  for (let at = 0; at < values.length; at += part.columns) rows.push(values.slice(at, at + part.columns));
  return rows.flatMap((row, index) => {
    const strips = rowStrips(row, places, desk, list);
    return index > 0 ? [air(8), ...strips] : strips;
  });
}

function rowStrips(row: Slot[], places: Slice[], desk: Desk, list: Tag): Strip[] {
  const items = row.map(() => list.add("LI"));
  const names = row.map((slot, index) => nameCell(slot, places[index]!, desk, items[index]!));
  const tallest = Math.max(...names.map((cell) => cell.lines.length));
  for (const cell of names)
    cell.lines.unshift(...Array<CellLine>(tallest - cell.lines.length).fill(() => undefined));
  const details = row.map((slot, index) => detailCell(slot, places[index]!, desk, items[index]!));
  const { leading } = styles.signature;
  return together([
    ...withNext(bands(names, leading, { above: Math.max(0, PEN - leading), below: 1.5 })),
    line(places.slice(0, row.length)),
    ...bands(details, styles.label.leading),
  ]);
}

function nameCell({ name }: Slot, place: Slice, desk: Desk, item: Tag): Cell {
  if (name === null) return { ...place, lines: [] };
  return { ...place, lines: cellLines(desk.set(name, styles.signature, place.width), item.add("Lbl")) };
}

function detailCell({ role, lines }: Slot, place: Slice, desk: Desk, item: Tag): Cell {
  const body = item.add("LBody");
  const bold = { ...styles.furnitureStrong, leading: styles.label.leading };
  const told = lines.map((words) => desk.set(words, styles.label, place.width));
  return {
    ...place,
    lines: [desk.set(role, bold, place.width), ...told].flatMap((each) => cellLines(each, body.add("P"))),
  };
}

function line(places: Slice[]): Strip {
  return {
    height: 4,
    draw: (sheet, x, y) => {
      for (const { dx, width } of places) sheet.rule({ x: x + dx, y: y + 0.5, width }, 1, inks.ink);
    },
  };
}
