import { Type, type Static } from "typebox";
import { Day, Id, Maybe } from "#server/http/shapes.contract.ts";

/** Somebody a mentor accompanies, and what is open to her. */
export const Mentee = Type.Object({
  studentId: Id,
  name: Type.String(),
  givenName: Type.String(),
  schoolName: Type.String(),
  line: Type.String(),
  isMinor: Type.Boolean(),
  untilOn: Maybe(Day),
  numbers: Type.Boolean(),
  /** What was shown, as far as something of it was chosen for her. */
  shown: Type.Array(
    Type.Object({ presentationId: Id, shownOn: Day, season: Type.String(), items: Type.Integer() }),
  ),
  /** Copies of the record, with consent. */
  records: Type.Array(Type.Object({ recordId: Id, number: Type.String(), heldOn: Day })),
});
export type Mentee = Static<typeof Mentee>;

export const Mentees = Type.Object({ students: Type.Array(Mentee) });
export type Mentees = Static<typeof Mentees>;
