import { Type, type Static } from "typebox";
import { Body, Day, Id, Instant } from "#server/http/shapes.contract.ts";

/** Somebody who answered for the student until she was 18, and what she lets him do now. */
export const Consent = Type.Object({
  personId: Id,
  name: Type.String(),
  relationship: Type.String(),
  mayInspect: Type.Boolean(),
  mayAttend: Type.Boolean(),
  /** What can be given at all: what the school has written down of this person. */
  canInspect: Type.Boolean(),
  canAttend: Type.Boolean(),
  /** When he asked to be let in again, while it is not answered. */
  askedAt: Type.Union([Instant, Type.Null()]),
});
export type Consent = Static<typeof Consent>;

/** What a student decides herself from the day she is 18. */
export const Consents = Type.Object({
  isOfAge: Type.Boolean(),
  fromOn: Day,
  /** The school recorded that she is a tax dependant: her guardians may go on seeing her records. */
  dependencyRecordedOn: Type.Union([Day, Type.Null()]),
  people: Type.Array(Consent),
});
export type Consents = Static<typeof Consents>;

export const StudentParams = Type.Object({ studentId: Id });
export const ConsentParams = Type.Object({ studentId: Id, personId: Id });

export const ConsentChange = Body({
  field: Type.Union([Type.Literal("mayInspect"), Type.Literal("mayAttend")]),
  base: Type.Boolean(),
  value: Type.Boolean(),
});
export type ConsentChange = Static<typeof ConsentChange>;
