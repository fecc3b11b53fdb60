import { Invalid } from "#server/http/problems.ts";
import { columnsOf } from "./columns.ts";
import type { NumberKind, NumberValue } from "./numbers.contract.ts";
import { readValue } from "./read-value.ts";
import { readSeparated, type SeparatedRow } from "./separated.ts";

/** Why a row cannot be used, with the column and the cell that are to blame. */
export interface Refusal {
  readonly reason: string;
  readonly column?: string;
  readonly cell?: string;
}

/** What a row says, by field; null where it says nothing. */
export type Given = Readonly<Record<string, NumberValue>>;

export interface RowRead {
  readonly line: number;
  readonly lines: number;
  readonly given: Given;
  readonly refusal: Refusal | null;
}

const most = 1_000;

/** Understands a pasted table: its headings, then row by row what they say or why they cannot be read. */
export function readTable(kind: NumberKind, text: string): { rows: RowRead[]; unknown: string[] } {
  const [head, ...body] = readSeparated(text);
  const columns = columnsOf(kind, head?.cells ?? []);
  if (!["number", "student", "familyName"].some((field) => columns.includes(field)))
    throw new Invalid(
      "text",
      "The first line has to name the columns, one of them the student.",
      "no-headings",
    );
  if (body.length === 0) throw new Invalid("text", "There is no row below the headings.", "no-rows");
  if (body.length > most) throw new Invalid("text", "At most 1,000 rows at a time.", "too-many-rows");
  return {
    rows: body.map((row) => readRow(kind, columns, row)),
    unknown: (head?.cells ?? []).filter((heading, at) => heading !== "" && columns[at] === null),
  };
}

function readRow(kind: NumberKind, columns: readonly (string | null)[], row: SeparatedRow): RowRead {
  const given: Record<string, NumberValue> = {};
  let refusal: Refusal | null = row.cells.length > columns.length ? { reason: "too-many-cells" } : null;
  columns.forEach((field, at) => {
    if (field === null) return;
    const cell = row.cells[at] ?? "";
    const value = readValue(kind, field, cell);
    if (value === undefined) refusal ??= { reason: "unreadable", column: field, cell: cell.slice(0, 80) };
    given[field] = value ?? null;
  });
  return { line: row.line, lines: row.lines, given, refusal };
}
