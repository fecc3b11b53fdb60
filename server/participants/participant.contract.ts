import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Line } from "#server/http/shapes.contract.ts";

export const Part = Type.Union([
  Type.Literal("guardian"),
  Type.Literal("mentor"),
  Type.Literal("interpreter"),
  Type.Literal("guest"),
  Type.Literal("staff"),
]);
export type Part = Static<typeof Part>;

const expected = Type.Optional(Type.Union([Type.Literal("present"), Type.Literal("remote")]));

const invitation = {
  part: Part,
  expected,
  /** An interpreter's language, when she has several. */
  language: Type.Optional(LanguageTag),
  /** Somebody who is on no list: named here for the first time. */
  name: Type.Optional(Line(120)),
  relationship: Type.Optional(Line(60)),
};

/** One person asked to come. */
export const Invitation = Body({ personId: Id, ...invitation });
export type Invitation = Static<typeof Invitation>;

/** Asks one person to come, or says how she comes, whether she came, and whether she left before the end. */
export const ParticipantChange = Body({
  ...invitation,
  attendance: Type.Optional(
    Type.Union([Type.Literal("present"), Type.Literal("remote"), Type.Literal("absent"), Type.Null()]),
  ),
  /** She had to go before the end: from now on, or not after all. */
  left: Type.Optional(Type.Boolean()),
  /** When she had to go, told late after a time without network. */
  at: Type.Optional(Instant),
  /** Whether she was there as far as the writer knew: somebody else may have said otherwise. */
  base: Type.Optional(
    Type.Union([Type.Literal("present"), Type.Literal("remote"), Type.Literal("absent"), Type.Null()]),
  ),
});
export type ParticipantChange = Static<typeof ParticipantChange>;

export const ParticipantParams = Type.Object({ conferenceId: Id, personId: Id });
