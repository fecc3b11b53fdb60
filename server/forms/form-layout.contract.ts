import { Type, type Static } from "typebox";

const Key = Type.String({ pattern: "^[a-z][A-Za-z0-9]*$" });
const WordKey = Type.String({ pattern: "^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$" });

/** Always, or only in the named cases (`values.case`). */
const Required = Type.Optional(Type.Union([Type.Literal(true), Type.Array(Key, { minItems: 1 })]));

/** A labelled place inside a `facts` or `lines` part. */
export const Field = Type.Object({
  key: Key,
  label: WordKey,
  required: Required,
  /** facts: how many columns it takes. */
  span: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
});
export type Field = Static<typeof Field>;

/** A column of a `table` or `blocks` part. */
export const Column = Type.Object({
  key: Key,
  label: Type.Optional(WordKey),
  required: Required,
  /** Its share of the width beside the other columns' shares. */
  share: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  align: Type.Optional(Type.Enum(["start", "end"])),
  /** Names its row: semibold and a row heading for screen readers. */
  rowHead: Type.Optional(Type.Boolean()),
  /** Drawn across the whole row, beneath the other cells. */
  below: Type.Optional(Type.Boolean()),
});
export type Column = Static<typeof Column>;

const common = {
  key: Key,
  required: Required,
  /** A small label above the part. */
  label: Type.Optional(WordKey),
  /** What is printed when the list is there and empty. */
  empty: Type.Optional(WordKey),
};

export const FactsPart = Type.Object({
  kind: Type.Literal("facts"),
  ...common,
  columns: Type.Integer({ minimum: 1, maximum: 4 }),
  /** Shares of the width, one a column. */
  shares: Type.Optional(Type.Array(Type.Number({ exclusiveMinimum: 0 }))),
  fields: Type.Array(Field, { minItems: 1 }),
});
export const LinesPart = Type.Object({
  kind: Type.Literal("lines"),
  ...common,
  fields: Type.Array(Field, { minItems: 1 }),
});
export const TablePart = Type.Object({
  kind: Type.Literal("table"),
  ...common,
  columns: Type.Array(Column, { minItems: 1 }),
  /** Has no line of column headings. */
  bare: Type.Optional(Type.Boolean()),
  /** The label stands in a column of its own at the side. */
  labelAside: Type.Optional(Type.Boolean()),
});
export const TextPart = Type.Object({
  kind: Type.Literal("text"),
  ...common,
  style: Type.Optional(Type.Enum(["body", "quote", "note"])),
});
/** A sentence of the form itself, always printed. */
export const NoticePart = Type.Object({
  kind: Type.Literal("notice"),
  key: Key,
  word: WordKey,
  style: Type.Optional(Type.Enum(["body", "note"])),
});
export const ListPart = Type.Object({ kind: Type.Literal("list"), ...common });
export const EntriesPart = Type.Object({ kind: Type.Literal("entries"), ...common });
export const BoxPart = Type.Object({ kind: Type.Literal("box"), ...common });
export const BlocksPart = Type.Object({
  kind: Type.Literal("blocks"),
  ...common,
  columns: Type.Array(Column, { minItems: 1, maxItems: 4 }),
});
export const SlotsPart = Type.Object({
  kind: Type.Literal("slots"),
  ...common,
  columns: Type.Integer({ minimum: 1, maximum: 4 }),
});

/** One thing inside a section; its kind says how it is drawn and what its value is. */
export const Part = Type.Union([
  FactsPart,
  LinesPart,
  TablePart,
  TextPart,
  NoticePart,
  ListPart,
  EntriesPart,
  BoxPart,
  BlocksPart,
  SlotsPart,
]);
export type Part = Static<typeof Part>;
export type PartKind = Part["kind"];
export type PartOf<Kind extends PartKind> = Extract<Part, { kind: Kind }>;

/** A numbered stretch of the form; left out when none of its parts has a value and none is required. */
export const Section = Type.Object({
  key: Key,
  number: Type.Optional(Type.Integer({ minimum: 0 })),
  heading: WordKey,
  /** Begins a page of its own. */
  newPage: Type.Optional(Type.Boolean()),
  /** How many times the usual size its words are set in; for what is read standing, not at a desk. */
  scale: Type.Optional(Type.Number({ minimum: 1, maximum: 2 })),
  parts: Type.Array(Part, { minItems: 1 }),
});
export type Section = Static<typeof Section>;

/** Two sections next to each other. */
export const Pair = Type.Object({
  beside: Type.Array(Section, { minItems: 2, maxItems: 2 }),
  /** Shares of the width, one a section. */
  shares: Type.Optional(Type.Array(Type.Number({ exclusiveMinimum: 0 }), { minItems: 2, maxItems: 2 })),
});
export type Pair = Static<typeof Pair>;

/** A form as data: what stands in which order. Sentences are word keys; there are no coordinates. */
export const FormLayout = Type.Object({
  name: Type.String({ pattern: "^[a-z][a-z0-9-]*$" }),
  version: Type.Integer({ minimum: 1 }),
  paper: Type.Enum(["letter", "a4"]),
  /** The large words at the head of the first page. */
  title: WordKey,
  /** The word behind the text until it is final. */
  draft: WordKey,
  /** What stands where a required thing has not been written yet. */
  unwritten: WordKey,
  /** Page n of m: takes `page` and `pages`. */
  page: WordKey,
  /** Goes before the digest. */
  digest: WordKey,
  sections: Type.Array(Type.Union([Section, Pair]), { minItems: 1 }),
});
export type FormLayout = Static<typeof FormLayout>;
