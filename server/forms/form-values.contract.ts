import { Type, type Static } from "typebox";

const Style = {
  /** How it stands among its neighbours: strong (semibold), muted (grey ink) or a quotation (serif italic). */
  style: Type.Optional(Type.Enum(["strong", "muted", "quote"])),
  /** A small sign drawn before the words; it never stands alone. */
  mark: Type.Optional(Type.Enum(["done", "partly", "open", "alert", "flag"])),
};

/** What a person wrote: kept as written, in the language it was written in. */
export const Said = Type.Object({
  text: Type.String(),
  /** BCP 47; left out where it is a name or a number. */
  lang: Type.Optional(Type.String({ minLength: 2 })),
  /** Only where the direction of the first letter would be wrong. */
  dir: Type.Optional(Type.Enum(["ltr", "rtl"])),
  ...Style,
});
export type Said = Static<typeof Said>;

/** A calendar day, written out in the reader's language. */
export const Day = Type.Object({
  day: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
  as: Type.Optional(Type.Enum(["long", "short", "month"])),
  ...Style,
});
export type Day = Static<typeof Day>;

/** An instant in the school's zone, written out in the reader's language. */
export const Moment = Type.Object({
  at: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T" }),
  until: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T" })),
  zone: Type.String({ minLength: 1 }),
  as: Type.Optional(Type.Enum(["long", "short", "time"])),
  ...Style,
});
export type Moment = Static<typeof Moment>;

/** A sentence of the form's own words, named by its key; `with` fills its places. */
export const Word = Type.Object({
  word: Type.String({ minLength: 1 }),
  with: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Said, Day, Moment])),
  ),
  ...Style,
});
export type Word = Static<typeof Word>;

const Phrase = Type.Union([Type.String(), Said, Day, Moment, Word]);

/** Words for one place: a plain string (names, numbers), or phrases that follow one another with a space. */
export const Words = Type.Union([Phrase, Type.Array(Phrase)]);
export type Words = Static<typeof Words>;

/** Words, or null where it is known that nothing has been written yet. */
export const MaybeWords = Type.Union([Words, Type.Null()]);
export type MaybeWords = Static<typeof MaybeWords>;

/** Something to tick off on a scale, drawn as dots and a figure. */
export const Rating = Type.Object({
  rating: Type.Integer({ minimum: 0 }),
  of: Type.Integer({ minimum: 1, maximum: 10 }),
});
export type Rating = Static<typeof Rating>;

/** Amounts drawn as one bar; readable in grey, and told in `alt`. */
export const Bar = Type.Object({
  bar: Type.Array(
    Type.Object({
      amount: Type.Number({ exclusiveMinimum: 0 }),
      fill: Type.Enum(["done", "now", "short", "todo"]),
    }),
  ),
  /** The amount that would fill the column. */
  of: Type.Number({ exclusiveMinimum: 0 }),
  alt: Words,
});
export type Bar = Static<typeof Bar>;

/** Field → words: the value of a `facts` or `lines` part. */
export const Fields = Type.Record(Type.String(), MaybeWords);
export type Fields = Static<typeof Fields>;

/** Column → cell: one row of a `table` part. */
export const Row = Type.Record(Type.String(), Type.Union([Words, Rating, Bar, Type.Null()]));
export type Row = Static<typeof Row>;

/** Something said, with who or when in grey beneath, and a person's translation beside it. */
export const Entry = Type.Object({
  who: Type.Optional(Words),
  text: Words,
  note: Type.Optional(Words),
  translation: Type.Optional(Words),
});
export type Entry = Static<typeof Entry>;

/** A numbered block (a goal): its sentence, a line about it, and who does what. */
export const Block = Type.Object({
  title: Words,
  meta: Type.Optional(Words),
  columns: Type.Record(Type.String(), Type.Array(Entry)),
});
export type Block = Static<typeof Block>;

/** A place to sign: name is null until somebody has. */
export const Slot = Type.Object({
  name: MaybeWords,
  role: Words,
  lines: Type.Array(Words),
});
export type Slot = Static<typeof Slot>;

/** The value each kind of part takes. */
export const partValues = {
  facts: Fields,
  lines: Fields,
  table: Type.Array(Row),
  text: Words,
  list: Type.Array(Words),
  entries: Type.Array(Entry),
  box: Type.Array(Entry),
  blocks: Type.Array(Block),
  slots: Type.Array(Slot),
};

/** One part's value; null says "nothing yet", an absent required part is an error naming it. */
export type PartValue =
  { [Kind in keyof typeof partValues]: Static<(typeof partValues)[Kind]> }[keyof typeof partValues] | null;

/** Everything one drawn form says. Which sections and parts there are is the layout's business. */
export const FormValues = Type.Object({
  /** Stands in the file's information and the window's title bar. */
  title: Words,
  subject: Type.Optional(Words),
  /** Fixes the dates inside the file, so the same values give the same bytes. */
  issuedAt: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T" }),
  /** Draws the watermark and allows nulls in required places. */
  draft: Type.Boolean(),
  /** Which of the layout's cases this is, where requirements differ by case. */
  case: Type.Optional(Type.String()),
  head: Type.Object({
    organisation: Words,
    number: MaybeWords,
    lines: Type.Array(Words),
    /** The one line at the top of every page after the first. */
    running: Words,
  }),
  foot: Type.Object({
    text: Words,
    /** The whole digest; the form prints its beginning and end. */
    digest: Type.Optional(Type.String()),
  }),
  /** Section → what stands in place of its usual heading. */
  headings: Type.Optional(Type.Record(Type.String(), Words)),
  /** Section → part → value; each value is checked against its part's kind. */
  sections: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
});
export type FormValues = Omit<Static<typeof FormValues>, "sections"> & {
  sections: Record<string, Record<string, PartValue>>;
};
