import { Type, type Static } from "typebox";
import { Day, Id, Maybe } from "#server/http/shapes.contract.ts";
import {
  GoalCategory,
  GoalOutcome,
  PromiseKept,
  PromiseSide,
  PromiseState,
} from "#server/goals/goal.contract.ts";

import { CurrentGrade, GraduationAudit } from "#server/transcripts/transcript.contract.ts";

const MaybeText = Type.Union([Type.String(), Type.Null()]);
const MaybeNumber = Type.Union([Type.Number(), Type.Null()]);
const MaybeCount = Type.Union([Type.Integer(), Type.Null()]);

/** A file as it was shown: the digest says which bytes. */
export const ShownFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  pages: MaybeCount,
  width: MaybeCount,
  height: MaybeCount,
});
export type ShownFile = Static<typeof ShownFile>;

export const ShownVersion = Type.Object({
  number: Type.Integer(),
  stage: Type.Union([Type.Literal("draft"), Type.Literal("final")]),
  kind: Type.Union([Type.Literal("text"), Type.Literal("file"), Type.Literal("link")]),
  body: MaybeText,
  url: MaybeText,
  file: Type.Union([ShownFile, Type.Null()]),
  altText: Type.String(),
});
export type ShownVersion = Static<typeof ShownVersion>;

export const ShownReflection = Type.Object({
  prompt: Type.String(),
  answer: Type.String(),
  language: Type.String(),
});
export type ShownReflection = Static<typeof ShownReflection>;

const first = {
  schemaVersion: Type.Literal(1),
  segment: Type.String(),
  /** Of a section the student made. */
  sectionName: Type.Optional(Type.String()),
};

/** A piece of work with everything said about it, drafts first. */
export const ShownWork = Type.Object({
  ...first,
  kind: Type.Literal("work"),
  title: Type.String(),
  subject: Type.String(),
  language: Type.String(),
  madeOn: Maybe(Day),
  asked: Type.String(),
  versions: Type.Array(ShownVersion),
  reflections: Type.Array(ShownReflection),
});
export type ShownWork = Static<typeof ShownWork>;

/** What a student wrote about a piece, shown without it. */
export const ShownThought = Type.Object({
  ...first,
  kind: Type.Literal("reflection"),
  title: Type.String(),
  subject: Type.String(),
  ...ShownReflection.properties,
});
export type ShownThought = Static<typeof ShownThought>;

/** What she said she is good at, in her own words: a kind that came with version 2. */
export const ShownStrengths = Type.Object({
  ...first,
  schemaVersion: Type.Literal(2),
  kind: Type.Literal("strengths"),
  words: Type.String(),
  language: Type.String(),
});
export type ShownStrengths = Static<typeof ShownStrengths>;

export const ShownGoal = Type.Object({
  ...first,
  kind: Type.Literal("goal"),
  goalId: Id,
  wording: Type.String(),
  category: GoalCategory,
  measure: Type.String(),
  dueOn: Maybe(Day),
  language: Type.String(),
  outcome: Type.Union([GoalOutcome, Type.Null()]),
  outcomeNote: Type.String(),
});
export type ShownGoal = Static<typeof ShownGoal>;

/** One side's promise: a thing of its own, so that home's can stay with its household. */
export const ShownPromise = Type.Object({
  ...first,
  kind: Type.Literal("promise"),
  goalId: Id,
  side: PromiseSide,
  householdId: Maybe(Id),
  wording: Type.String(),
  ownerName: Type.String(),
  byOn: Maybe(Day),
  language: Type.String(),
  state: PromiseState,
  kept: Type.Union([PromiseKept, Type.Null()]),
  keptNote: Type.String(),
});
export type ShownPromise = Static<typeof ShownPromise>;

/** One sitting of a test, with the norms and the cut table it was read by. */
export const ShownSitting = Type.Object({
  schoolYear: Type.String(),
  window: Type.String(),
  takenOn: Maybe(Day),
  score: MaybeNumber,
  standardError: MaybeNumber,
  percentile: MaybeNumber,
  band: MaybeText,
  growth: MaybeNumber,
  growthExpected: MaybeNumber,
  normYear: MaybeNumber,
  cutTable: MaybeText,
  notTestedBecause: MaybeText,
});
export type ShownSitting = Static<typeof ShownSitting>;

/** How a student did in one test over time, newest sitting last. */
export const ShownResult = Type.Object({
  ...first,
  kind: Type.Literal("result"),
  area: Type.Union([Type.Literal("language-arts"), Type.Literal("math")]),
  test: Type.String(),
  sittings: Type.Array(ShownSitting),
});
export type ShownResult = Static<typeof ShownResult>;

/** How her courses went, each grade with its instant. */
export const ShownGrades = Type.Object({
  ...first,
  kind: Type.Literal("grades"),
  grades: Type.Array(Type.Omit(CurrentGrade, ["id"])),
});
export type ShownGrades = Static<typeof ShownGrades>;

/** Where she stood for graduation, by each plan in the version named. */
export const ShownCredits = Type.Object({
  ...first,
  kind: Type.Literal("credits"),
  audits: Type.Array(GraduationAudit),
});
export type ShownCredits = Static<typeof ShownCredits>;

/** What is shown, as it is frozen. What was kept under an earlier version is never rewritten: it only lacks the later kinds. */
export type Shown =
  | ShownWork
  | ShownThought
  | ShownStrengths
  | ShownGoal
  | ShownPromise
  | ShownResult
  | ShownGrades
  | ShownCredits;
export const Shown = Type.Unsafe<Shown>(
  Type.Unknown({ description: "schemaVersion 1 or 2; `kind` says which" }),
);

/** Who may see it: everyone in the room, or only those entitled to grades and results. */
export const ShownTo = Type.Union([Type.Literal("all"), Type.Literal("numbers")]);
export type ShownTo = Static<typeof ShownTo>;
