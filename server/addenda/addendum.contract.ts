import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Maybe, Prose } from "#server/http/shapes.contract.ts";

export const AddendumParams = Type.Object({ recordId: Id });
export const AddendumReaderParams = Type.Object({ recordId: Id, personId: Id });

/** A case manager or counsellor of the student's, and whether she was named to read it. */
export const AddendumReader = Type.Object({
  personId: Id,
  name: Type.String(),
  part: Type.Enum(["case-manager", "counsellor"]),
  named: Type.Boolean(),
});
export type AddendumReader = Static<typeof AddendumReader>;

/** What staff noted apart from the record. */
export const Addendum = Type.Object({
  body: Type.String(),
  language: Type.String(),
  savedBy: Maybe(Type.String()),
  savedAt: Maybe(Instant),
  /** Who may be named, for whoever writes; empty for those who only read. */
  readers: Type.Array(AddendumReader),
  mayWrite: Type.Boolean(),
});
export type Addendum = Static<typeof Addendum>;

const Text = Prose(8000);

/** The addendum saved: `base` is what the writer had before her. */
export const AddendumSaving = Body({
  field: Type.Literal("body"),
  base: Text,
  value: Text,
  language: LanguageTag,
});
export type AddendumSaving = Static<typeof AddendumSaving>;
