import { Type, type Static } from "typebox";
import { FormField, OwnFieldName } from "#server/record-templates/definition/record-form.contract.ts";
import { Body, Id, Instant, LanguageTag, Prose } from "#server/http/shapes.contract.ts";

/** What every student is asked about herself; each is a field of the conference record too. */
export const UsualStatementField = Type.Union([
  Type.Literal("strengths"),
  Type.Literal("growthAreas"),
  Type.Literal("support"),
  Type.Literal("afterSchool"),
  Type.Literal("resultsSaid"),
]);
export type UsualStatementField = Static<typeof UsualStatementField>;

/** The same, and what her school's own form asks her. */
export const StatementField = Type.Union([UsualStatementField, OwnFieldName]);
export type StatementField = Static<typeof StatementField>;

export const Statement = Type.Object({
  field: StatementField,
  words: Type.String(),
  language: Type.String(),
  updatedAt: Instant,
});
export type Statement = Static<typeof Statement>;

/** What a student said for the season that is open, none where no season is. */
export const Statements = Type.Object({
  season: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  statements: Type.Array(Statement),
  /** What the school's own form asks her, in its order. */
  own: Type.Array(FormField),
  /** What it asked once and asks no more, where she answered it. */
  earlier: Type.Array(FormField),
  mayWrite: Type.Boolean(),
});
export type Statements = Static<typeof Statements>;

/** One field as she writes it, with what stood there when she began. */
export const StatementRevision = Body({
  field: StatementField,
  base: Prose(2_000),
  value: Prose(2_000),
  language: LanguageTag,
});
export type StatementRevision = Static<typeof StatementRevision>;

export const StatementParams = Type.Object({ studentId: Id });
