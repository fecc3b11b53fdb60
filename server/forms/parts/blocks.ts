import type { PartOf } from "../form-layout.contract.ts";
import type { Block, Entry } from "../form-values.contract.ts";
import { inks, space, styles } from "../flow/look.ts";
import { air, beginning, together, withNext, type Strip } from "../flow/strip.ts";
import type { Tag } from "../page/tag.ts";
import { bands, cellLines, slices, stroke, type Cell, type CellLine, type Slice } from "./bands.ts";
import type { Desk } from "./desk.ts";

const RULE = 1.3;

/** Numbered blocks: a sentence, a line about it, and columns of who does what. */
export function blocks(part: PartOf<"blocks">, values: Block[], desk: Desk, tag: Tag): Strip[] {
  return values.flatMap((block, index) => {
    const strips = blockStrips(part, block, index + 1, desk, tag.add("Sect"));
    return index > 0 ? [air(6), ...strips] : strips;
  });
}

function blockStrips(part: PartOf<"blocks">, block: Block, number: number, desk: Desk, tag: Tag): Strip[] {
  const width = desk.width - space.indent;
  const meta =
    block.meta === undefined
      ? []
      : desk.text(block.meta, styles.body, { width, dx: space.indent, tag: tag.add("P") });
  const heading = titleStrips(block, number, desk, tag);
  const columns = slices(
    width,
    part.columns.map((column) => column.share ?? 1),
    space.gutter * 1.4,
  );
  return [...withNext(heading), ...withNext(meta), ...columnStrips(part, block, columns, desk, tag)];
}

function titleStrips(block: Block, number: number, desk: Desk, tag: Tag): Strip[] {
  const heading = tag.add("H3");
  const [figure] = desk.set(`${number} `, styles.blockNumber, space.indent).lines;
  const place = { width: desk.width - space.indent, dx: space.indent, tag: heading };
  return beginning(desk.text(block.title, styles.block, place), (sheet, x, y) =>
    sheet.line(figure!, { x, y, width: space.indent }, "start", heading),
  );
}

function columnStrips(part: PartOf<"blocks">, block: Block, columns: Slice[], desk: Desk, tag: Tag): Strip[] {
  const table = tag.add("Table");
  const head = headStrips(part, columns, desk, table);
  const rows = Math.max(1, ...part.columns.map(({ key }) => block.columns[key]?.length ?? 0));
  const body = table.add("TBody");
  const strips = Array.from({ length: rows }, (_, index) => {
    const entries = part.columns.map(({ key }) => block.columns[key]?.[index]);
    return rowStrips(entries, columns, desk, body.add("TR")).map((strip) => ({ ...strip, head }));
  });
  return [...head, ...strips.flat()];
}

function rowStrips(entries: (Entry | undefined)[], columns: Slice[], desk: Desk, row: Tag): Strip[] {
  const cells = entries.map((entry, at): Cell => {
    const { dx, width } = columns[at]!;
    return { dx: dx + space.indent, width, lines: entryLines(entry, desk, width, row.add("TD")) };
  });
  return bands(cells, styles.body.leading, { above: 2 });
}

function headStrips(part: PartOf<"blocks">, columns: Slice[], desk: Desk, table: Tag): Strip[] {
  const row = table.add("THead").add("TR");
  const cells = part.columns.map((column, index): Cell => {
    const place = columns[index]!;
    const heading = row.add("TH", { scope: "Column" });
    const label = desk.set(column.label ? { word: column.label } : "", styles.columnHead, place.width);
    return { dx: place.dx + space.indent, width: place.width, lines: cellLines(label, heading) };
  });
  const rule = stroke(desk.width - space.indent, RULE, inks.ink, { dx: space.indent });
  return withNext([...together(bands(cells, styles.columnHead.leading, { above: 1.5, below: 1 })), rule]);
}

function entryLines(entry: Entry | undefined, desk: Desk, width: number, cell: Tag): CellLine[] {
  if (!entry) return [];
  const text = desk.set(entry.text, styles.body, width);
  const lines = cellLines(text, cell.add("P"));
  for (const words of [entry.who, entry.note, entry.translation]) {
    if (words !== undefined) lines.push(...cellLines(desk.set(words, styles.note, width), cell.add("P")));
  }
  return lines;
}
