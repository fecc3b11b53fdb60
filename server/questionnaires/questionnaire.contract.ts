import { Type, type Static } from "typebox";
import { FormField, OwnFieldName } from "#server/record-templates/definition/record-form.contract.ts";
import { Body, Id, Instant, LanguageTag, Prose } from "#server/http/shapes.contract.ts";

/** What every family is asked; questions.ts says when and how. */
export const UsualQuestion = Type.Enum([
  "celebrations",
  "schoolSaid",
  "help",
  "discuss",
  "home",
  "who",
  "way",
  "language",
  "access",
  "surprised",
  "heard",
  "enoughTime",
  "change",
]);
export type UsualQuestion = Static<typeof UsualQuestion>;

/** The same, and what the school's own form asks the family. */
export const Question = Type.Union([UsualQuestion, OwnFieldName]);
export type Question = Static<typeof Question>;

/** `adviser`: she alone reads it. `room`: she may bring it to the table. */
export const Audience = Type.Union([Type.Literal("adviser"), Type.Literal("room")]);
export type Audience = Static<typeof Audience>;

/** What a household answered. */
export const FamilyAnswer = Type.Object({
  question: Question,
  answer: Type.String(),
  language: Type.String(),
  audience: Audience,
});
export type FamilyAnswer = Static<typeof FamilyAnswer>;

/** The questions as one household finds them; never another household's answers. */
export const Questionnaire = Type.Object({
  conferenceId: Id,
  studentName: Type.String(),
  adviserName: Type.String(),
  startsAt: Instant,
  zone: Type.String(),
  /** Before the conference is over the six, afterwards the other four. */
  phase: Type.Union([Type.Literal("before"), Type.Literal("after")]),
  /** False once a conference is called off. */
  isOpen: Type.Boolean(),
  finishedAt: Type.Union([Instant, Type.Null()]),
  /** Every question of the phase, in order; unanswered ones are empty. */
  answers: Type.Array(Type.Object({ ...FamilyAnswer.properties, maySayWho: Type.Boolean() })),
  /** What the school's own form asks the family, in its order; each is among the answers. */
  own: Type.Array(FormField),
});
export type Questionnaire = Static<typeof Questionnaire>;

/** What the families of a conference answered, household by household, for those who prepare and hold it. */
export const FamilyAnswers = Type.Object({
  households: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      finishedAt: Type.Union([Instant, Type.Null()]),
      answers: Type.Array(Type.Object({ ...FamilyAnswer.properties, writtenAt: Instant })),
    }),
  ),
  /** What the school's own form asks families, for the names of what they answered. */
  own: Type.Array(FormField),
});
export type FamilyAnswers = Static<typeof FamilyAnswers>;

export const ConferenceParams = Type.Object({ conferenceId: Id });
export const AnswerParams = Type.Object({ conferenceId: Id, question: Question });

/** One answer, or who reads it, with what it said before. */
export const AnswerChange = Type.Union([
  Body({
    field: Type.Literal("answer"),
    base: Prose(4_000),
    value: Prose(4_000),
    language: LanguageTag,
  }),
  Body({ field: Type.Literal("audience"), base: Audience, value: Audience, language: LanguageTag }),
]);
export type AnswerChange = Static<typeof AnswerChange>;
