import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Prose } from "#server/http/shapes.contract.ts";

export const WorkSampleParams = Type.Object({ workSampleId: Id });
export const FeedbackParams = Type.Object({ feedbackId: Id });

export const Feedback = Type.Object({
  id: Id,
  authorName: Type.String(),
  words: Type.String(),
  language: Type.String(),
  writtenAt: Instant,
  isMine: Type.Boolean(),
  /** The student had not had it before her until now. */
  isNew: Type.Boolean(),
});
export type Feedback = Static<typeof Feedback>;

/** What was said about a piece, the oldest first. */
export const FeedbackList = Type.Object({ feedback: Type.Array(Feedback), mayWrite: Type.Boolean() });
export type FeedbackList = Static<typeof FeedbackList>;

const Words = Prose(4_000);

export const NewFeedback = Body({ words: Type.String({ ...Words, minLength: 1 }), language: LanguageTag });
export type NewFeedback = Static<typeof NewFeedback>;

/** Other words for the same, with what stood there before. */
export const FeedbackRevision = Body({ base: Words, value: Words, language: LanguageTag });
export type FeedbackRevision = Static<typeof FeedbackRevision>;
