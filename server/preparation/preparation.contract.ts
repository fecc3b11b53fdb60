import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Maybe, Prose } from "#server/http/shapes.contract.ts";

/** What can be written before there is a conference; each is a field of the conference record too. */
export const PreparationField = Type.Union([
  Type.Literal("adviserStrengths"),
  Type.Literal("languageArtsNote"),
  Type.Literal("languageArtsNotTested"),
  Type.Literal("mathNote"),
  Type.Literal("mathNotTested"),
  Type.Literal("nextCheckIn"),
]);
export type PreparationField = Static<typeof PreparationField>;

const Prepared = Type.Object({
  field: PreparationField,
  words: Type.String(),
  language: Type.String(),
  updatedAt: Instant,
});
export type Prepared = Static<typeof Prepared>;

/** What is ready for a student's record in the season that is open, and the conference in whose room it goes on. */
export const Preparation = Type.Object({
  student: Type.Object({ id: Id, name: Type.String(), givenName: Type.String() }),
  season: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  conferenceId: Maybe(Id),
  prepared: Type.Array(Prepared),
});
export type Preparation = Static<typeof Preparation>;

/** One field as it is written, with what stood there before. */
export const PreparationRevision = Body({
  field: PreparationField,
  base: Prose(4_000),
  value: Prose(4_000),
  language: LanguageTag,
});
export type PreparationRevision = Static<typeof PreparationRevision>;

export const PreparationParams = Type.Object({ studentId: Id });
