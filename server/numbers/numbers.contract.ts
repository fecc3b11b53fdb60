import { Type, type Static } from "typebox";
import { Body } from "#server/http/shapes.contract.ts";

/** Which numbers a table holds: tests taken, grades of now, or what courses gave. */
export const NumberKind = Type.Enum(["results", "grades", "credits"]);
export type NumberKind = Static<typeof NumberKind>;

/** A table as it was pasted, headings first; 200 KB hold a thousand rows. */
const text = Type.String({ minLength: 1, maxLength: 200_000 });

export const PastedNumbers = Body({ kind: NumberKind, text });
export type PastedNumbers = Static<typeof PastedNumbers>;

/** The same table with the digest of what was seen, so that nothing else is written. */
export const SeenNumbers = Body({
  kind: NumberKind,
  text,
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
});
export type SeenNumbers = Static<typeof SeenNumbers>;

export const NumberValue = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);
export type NumberValue = Static<typeof NumberValue>;

/** One value that a row would write, and what stands now. */
export const ValueSeen = Type.Object({ field: Type.String(), old: NumberValue, new: NumberValue });
export type ValueSeen = Static<typeof ValueSeen>;

const MaybeText = Type.Union([Type.String(), Type.Null()]);

/** What one row of the table would do. */
export const RowSeen = Type.Object({
  /** The line it begins on, the first being 1, and how many lines it takes. */
  line: Type.Integer(),
  lines: Type.Integer(),
  outcome: Type.Enum(["add", "change", "same", "refused"]),
  student: MaybeText,
  /** The test or the course. */
  name: MaybeText,
  area: MaybeText,
  schoolYear: MaybeText,
  /** The window of a test, the term of a course. */
  term: MaybeText,
  values: Type.Array(ValueSeen),
  /** Why it is refused, and the column and cell that are to blame. */
  reason: MaybeText,
  column: MaybeText,
  cell: MaybeText,
});
export type RowSeen = Static<typeof RowSeen>;

export const NumbersSeen = Type.Object({
  rows: Type.Array(RowSeen),
  /** Headings nobody understood; their columns are left out. */
  unknown: Type.Array(Type.String()),
  digest: Type.String(),
});
export type NumbersSeen = Static<typeof NumbersSeen>;

export const NumbersWritten = Type.Object({ added: Type.Integer(), changed: Type.Integer() });
export type NumbersWritten = Static<typeof NumbersWritten>;
