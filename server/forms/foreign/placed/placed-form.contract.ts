import { Type, type Static } from "typebox";

const Millimetres = Type.Number({ minimum: 0, maximum: 5000 });

/** One box on a page of a flat form; boxes of one name show the same thing. */
export const PlacedBox = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    kind: Type.Enum(["text", "date", "tick", "choice", "signature"]),
    /** Counted from 1. */
    page: Type.Integer({ minimum: 1 }),
    /** Millimetres from the left edge of the page as it is shown; `y` from its top. */
    x: Millimetres,
    y: Millimetres,
    width: Type.Number({ exclusiveMinimum: 0, maximum: 5000 }),
    height: Type.Number({ exclusiveMinimum: 0, maximum: 5000 }),
    /** Points; left out: as large as fits, at most 12. */
    size: Type.Optional(Type.Number({ minimum: 4, maximum: 72 })),
    align: Type.Optional(Type.Enum(["left", "center", "right"])),
    isMultiline: Type.Optional(Type.Boolean()),
    /** One letter a cell: how many cells the box has. */
    cells: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** Degrees its text is turned against the clock. */
    turn: Type.Optional(Type.Enum([0, 90, 180, 270])),
    /** A choice written as words: what may be chosen. */
    options: Type.Optional(
      Type.Array(
        Type.Object(
          { value: Type.String({ maxLength: 200 }), label: Type.String({ maxLength: 200 }) },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 200 },
      ),
    ),
    /** A choice with a box for each option: the option this box marks. */
    option: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type PlacedBox = Static<typeof PlacedBox>;

/** Where things belong on a PDF without fields: the mapping file. */
export const PlacedForm = Type.Object(
  {
    schema: Type.Literal(1),
    pages: Type.Integer({ minimum: 1, maximum: 50 }),
    boxes: Type.Array(PlacedBox, { minItems: 1, maxItems: 2000 }),
  },
  { additionalProperties: false },
);
export type PlacedForm = Static<typeof PlacedForm>;
