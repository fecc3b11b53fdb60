import { Type, type Static } from "typebox";
import { Labels } from "#server/record-templates/definition/definition.contract.ts";
import { Body, Id, Line } from "#server/http/shapes.contract.ts";

const Text = Type.String();
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(of: T) => Type.Union([of, Type.Null()]);

/** Draft until it is put to use; retired once another took its place. */
export const SchoolFormState = Type.Enum(["draft", "in-use", "retired"]);
export type SchoolFormState = Static<typeof SchoolFormState>;

/** A field and what goes into it: a slot, and of slots that repeat which row, counted from 1. */
export const FieldMapping = Body({
  field: Type.String({ minLength: 1, maxLength: 500 }),
  slot: Type.String({ minLength: 1, maxLength: 80 }),
  row: Type.Integer({ minimum: 1, maximum: 40 }),
});
export type FieldMapping = Static<typeof FieldMapping>;

export const SchoolFormListed = Type.Object({
  id: Id,
  name: Text,
  state: SchoolFormState,
  fields: Type.Integer(),
  mapped: Type.Integer(),
  addedAt: Type.String({ format: "date-time" }),
  usedFrom: Maybe(Type.String({ format: "date-time" })),
});
export type SchoolFormListed = Static<typeof SchoolFormListed>;
export const SchoolForms = Type.Object({ forms: Type.Array(SchoolFormListed) });
export type SchoolForms = Static<typeof SchoolForms>;

/** Where a field stands: millimetres from the top left of its page as shown. */
const FieldBox = Type.Object({
  page: Type.Integer(),
  x: Type.Number(),
  y: Type.Number(),
  width: Type.Number(),
  height: Type.Number(),
});

export const SchoolFormField = Type.Object({
  name: Text,
  kind: Type.Enum(["text", "date", "tick", "choice", "signature"]),
  tooltip: Maybe(Text),
  isRequired: Type.Boolean(),
  boxes: Type.Array(FieldBox),
});
export type SchoolFormField = Static<typeof SchoolFormField>;

/** Something of the record that a form may show; `rows` is 1 where it does not repeat. */
export const FormSlot = Type.Object({
  id: Text,
  kind: Type.Enum(["text", "date", "tick", "choice", "signature"]),
  group: Text,
  rows: Type.Integer(),
  /** What it is called where a record form of the school's own added it, and that form's name; of an answer to choose also the answer. */
  own: Maybe(Type.Object({ form: Text, label: Labels, choice: Maybe(Labels) })),
});
export type FormSlot = Static<typeof FormSlot>;

export const SchoolForm = Type.Object({
  id: Id,
  schoolId: Id,
  name: Text,
  state: SchoolFormState,
  revision: Type.Integer(),
  /** Whether its fields are boxes of a mapping file, or still to be placed by one. */
  isPlaced: Type.Boolean(),
  pages: Type.Array(Type.Object({ width: Type.Number(), height: Type.Number() })),
  fields: Type.Array(SchoolFormField),
  mapping: Type.Array(Type.Object({ field: Text, slot: Text, row: Type.Integer() })),
  slots: Type.Array(FormSlot),
  /** What was taken out of the file, each kind once. */
  removed: Type.Array(Text),
});
export type SchoolForm = Static<typeof SchoolForm>;

export const MappingChange = Body({
  revision: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  mapping: Type.Array(FieldMapping, { maxItems: 2_000 }),
});
export type MappingChange = Static<typeof MappingChange>;
export const MappingSaved = Type.Object({ revision: Type.Integer() });

export const SchoolFormRename = Body({ base: Line(120), value: Line(120) });

/** What a form filled with long things could not hold. */
export const FormTried = Type.Object({
  overflows: Type.Array(Type.Object({ field: Text, fits: Text, rest: Text })),
  /** Fields whose options do not know what the record says, and what that is. */
  unknownOptions: Type.Array(Type.Object({ field: Text, said: Text })),
});
export type FormTried = Static<typeof FormTried>;

export const SchoolFormParams = Type.Object({ formId: Id });
export const FormPageParams = Type.Object({ formId: Id, page: Type.String({ pattern: "^[1-9][0-9]?$" }) });
