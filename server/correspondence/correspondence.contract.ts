import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Line } from "#server/http/shapes.contract.ts";

/** One thing written, by the family or by the school. */
export const FamilyMessage = Type.Object({
  id: Id,
  authorName: Type.String(),
  side: Type.Union([Type.Literal("family"), Type.Literal("school")]),
  body: Type.String(),
  language: Type.String(),
  writtenAt: Instant,
  mine: Type.Boolean(),
});
export type FamilyMessage = Static<typeof FamilyMessage>;

/** One household's line to the adviser. */
export const Thread = Type.Object({
  householdId: Id,
  householdName: Type.String(),
  /** Something of the family's waits for an answer. */
  isOwed: Type.Boolean(),
  messages: Type.Array(FamilyMessage),
});
export type Thread = Static<typeof Thread>;

/** A student's lines as this person may read them: a guardian her own, the adviser all. */
export const Correspondence = Type.Object({
  studentId: Id,
  studentName: Type.String(),
  adviserName: Type.Union([Type.String(), Type.Null()]),
  mayAsk: Type.Boolean(),
  mayAnswer: Type.Boolean(),
  threads: Type.Array(Thread),
});
export type Correspondence = Static<typeof Correspondence>;

/** A question that waits for its answer. */
export const OwedAnswer = Type.Object({
  studentId: Id,
  studentName: Type.String(),
  householdId: Id,
  authorName: Type.String(),
  writtenAt: Instant,
  count: Type.Integer(),
});
export type OwedAnswer = Static<typeof OwedAnswer>;

export const OwedAnswers = Type.Object({ owed: Type.Array(OwedAnswer) });
export type OwedAnswers = Static<typeof OwedAnswers>;

export const StudentParams = Type.Object({ studentId: Id });
export const ThreadParams = Type.Object({ studentId: Id, householdId: Id });

export const NewFamilyMessage = Body({ body: Line(4_000), language: LanguageTag });
export type NewFamilyMessage = Static<typeof NewFamilyMessage>;
