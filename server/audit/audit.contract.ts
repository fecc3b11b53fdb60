import { Type, type Static } from "typebox";
import { Id, Instant, Maybe } from "#server/http/shapes.contract.ts";

/** The sorts of things whose changes are kept. */
export type ChangeKind =
  | "student"
  | "guardian"
  | "guardianship"
  | "household"
  | "advisory"
  | "staff"
  | "staff-role"
  | "sign-in"
  | "result"
  | "grade"
  | "credit"
  | "mentor"
  | "shown"
  | "interpreter"
  | "graduation-plan";

/** One change: who, when, of what, from what to what. */
export const Change = Type.Object({
  id: Id,
  by: Type.String(),
  at: Instant,
  kind: Type.String(),
  subject: Type.String(),
  field: Type.String(),
  old: Type.Unknown(),
  new: Type.Unknown(),
});
export type Change = Static<typeof Change>;

export const ChangeList = Type.Object({ changes: Type.Array(Change), next: Maybe(Id) });
export type ChangeList = Static<typeof ChangeList>;

/** One look at a student's data: by whom, at what, and why she may. */
export const Look = Type.Object({
  reader: Type.String(),
  kind: Type.String(),
  at: Instant,
  why: Type.String(),
});
export type Look = Static<typeof Look>;

export const LookList = Type.Object({ looks: Type.Array(Look) });
export type LookList = Static<typeof LookList>;

/** Pages run from the newest back. */
export const ChangesQuery = Type.Object({ before: Type.Optional(Id) }, { additionalProperties: false });
