import { Type, type Static } from "typebox";
import {
  DataSource,
  Labels,
  OwnChoice,
  OwnFieldBy,
  OwnFieldKind,
  RequiredIn,
} from "./definition.contract.ts";

/** What an own field is; a usual one has none of it. */
export const OwnFieldFacts = Type.Object({
  kind: OwnFieldKind,
  by: OwnFieldBy,
  hint: Labels,
  choices: Type.Array(OwnChoice),
  source: Type.Union([DataSource, Type.Null()]),
});
export type OwnFieldFacts = Static<typeof OwnFieldFacts>;

/** The name of an own field: "own.KEY". */
export const OwnFieldName = Type.String({ pattern: "^own\\.[a-z][A-Za-z0-9]{0,29}$" });

/** The key of a section a school added. */
export const OwnSectionKey = Type.String({ pattern: "^own[A-Z0-9][A-Za-z0-9]{0,29}$" });

/** One field of a record's form. */
export const FormField = Type.Object({
  /** The record's name for it: "proud", or "own.KEY". */
  name: Type.String(),
  /** What the school calls it; an own field always has one, a usual one where it was renamed. */
  label: Labels,
  required: RequiredIn,
  own: Type.Union([OwnFieldFacts, Type.Null()]),
});
export type FormField = Static<typeof FormField>;

export const FormSection = Type.Object({
  key: Type.String(),
  heading: Labels,
  fields: Type.Array(FormField),
});
export type FormSection = Static<typeof FormSection>;

/** What one record asks for and in which order: what its school published, for this student's grade. */
export const RecordForm = Type.Object({
  /** The school's name for its form and the version, where it has one of its own. */
  name: Type.Union([Type.String(), Type.Null()]),
  version: Type.Union([Type.Integer(), Type.Null()]),
  sections: Type.Array(FormSection),
});
export type RecordForm = Static<typeof RecordForm>;
