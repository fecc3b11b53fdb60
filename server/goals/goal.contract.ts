import { Type, type Static } from "typebox";
import { Body, Day, Id, LanguageTag, Maybe, Prose } from "#server/http/shapes.contract.ts";

export const GoalCategory = Type.Union([
  Type.Literal("academic"),
  Type.Literal("habit"),
  Type.Literal("long-term"),
]);
export type GoalCategory = Static<typeof GoalCategory>;

export const GoalState = Type.Union([
  Type.Literal("draft"),
  Type.Literal("agreed"),
  Type.Literal("looked-back"),
  Type.Literal("carried"),
  Type.Literal("closed"),
]);
export type GoalState = Static<typeof GoalState>;

export const GoalOutcome = Type.Union([Type.Literal("met"), Type.Literal("partly"), Type.Literal("not-yet")]);
export type GoalOutcome = Static<typeof GoalOutcome>;

/** Who does something towards a goal: "I will", "At home we will", "At school we will". */
export const PromiseSide = Type.Union([
  Type.Literal("student"),
  Type.Literal("family"),
  Type.Literal("school"),
]);
export type PromiseSide = Static<typeof PromiseSide>;

export const PromiseState = Type.Union([
  Type.Literal("proposed"),
  Type.Literal("accepted"),
  Type.Literal("declined"),
]);
export type PromiseState = Static<typeof PromiseState>;

export const PromiseKept = Type.Union([
  Type.Literal("kept"),
  Type.Literal("partly"),
  Type.Literal("not-yet"),
]);
export type PromiseKept = Static<typeof PromiseKept>;

const orNull = <T extends typeof GoalOutcome | typeof PromiseKept>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** What one side does towards a goal, as this reader may see and answer it. */
export const GoalPromise = Type.Object({
  id: Id,
  side: PromiseSide,
  householdId: Maybe(Id),
  householdName: Type.Union([Type.String(), Type.Null()]),
  wording: Type.String(),
  ownerName: Type.String(),
  byOn: Maybe(Day),
  language: Type.String(),
  state: PromiseState,
  kept: orNull(PromiseKept),
  keptNote: Type.String(),
  mayAnswer: Type.Boolean(),
  mayReport: Type.Boolean(),
});
export type GoalPromise = Static<typeof GoalPromise>;

/** What a goal grows out of: "piece:ID" or "result:ID". */
export const AboutRef = Type.String({
  pattern: "^(piece|result):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
});

/** The same for reading; a piece this reader may not open is left out. */
const GoalAbout = Type.Union([
  Type.Object({ kind: Type.Literal("piece"), id: Id, title: Type.String(), language: Type.String() }),
  Type.Object({ kind: Type.Literal("result"), id: Id, area: Type.String(), test: Type.String() }),
  Type.Null(),
]);
export type GoalAbout = Static<typeof GoalAbout>;

/** A goal with the promises this reader may see, the school's first. */
export const Goal = Type.Object({
  id: Id,
  seasonId: Id,
  wording: Type.String(),
  category: GoalCategory,
  measure: Type.String(),
  dueOn: Maybe(Day),
  language: Type.String(),
  state: GoalState,
  outcome: orNull(GoalOutcome),
  outcomeNote: Type.String(),
  workSampleId: Maybe(Id),
  about: GoalAbout,
  mayRevise: Type.Boolean(),
  promises: Type.Array(GoalPromise),
});
export type Goal = Static<typeof Goal>;

export const GoalSeason = Type.Object({ id: Id, name: Type.String(), startsOn: Day, endsOn: Day });
export type GoalSeason = Static<typeof GoalSeason>;

const seasonOrNone = Type.Union([GoalSeason, Type.Null()]);

/** The goals of a season and of the one before it, to look back on. */
export const StudentGoals = Type.Object({
  season: seasonOrNone,
  goals: Type.Array(Goal),
  lastSeason: seasonOrNone,
  lastGoals: Type.Array(Goal),
  /** Homes whose part may be written down: all of hers for who writes, a guardian's own. */
  households: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  mayAdd: Type.Boolean(),
});
export type StudentGoals = Static<typeof StudentGoals>;

export const StudentParams = Type.Object({ studentId: Id });
export const SeasonQuery = Type.Object({ season: Type.Optional(Id) }, { additionalProperties: false });
export const GoalParams = Type.Object({ goalId: Id });
export const PromiseParams = Type.Object({ promiseId: Id });
export const PromiseSideParams = Type.Object({ goalId: Id, side: PromiseSide });

/** A goal begins as a draft and may begin empty: the page saves it field by field. */
export const NewGoal = Body({
  /** The writer's, so that a goal begun without network can be written on and is made once. */
  id: Type.Optional(Id),
  studentId: Id,
  seasonId: Id,
  wording: Prose(600),
  category: GoalCategory,
  measure: Prose(600),
  dueOn: Maybe(Day),
  language: LanguageTag,
});
export type NewGoal = Static<typeof NewGoal>;

const prose = (name: "wording" | "measure" | "outcomeNote") =>
  Body({ field: Type.Literal(name), base: Prose(2_000), value: Prose(600) });

/** One changed field, with what it said when the writing began. */
export const GoalRevision = Type.Union([
  prose("wording"),
  prose("measure"),
  prose("outcomeNote"),
  Body({ field: Type.Literal("category"), base: GoalCategory, value: GoalCategory }),
  Body({ field: Type.Literal("dueOn"), base: Maybe(Day), value: Maybe(Day) }),
  Body({ field: Type.Literal("outcome"), base: orNull(GoalOutcome), value: orNull(GoalOutcome) }),
  Body({ field: Type.Literal("workSampleId"), base: Maybe(Id), value: Maybe(Id) }),
  Body({ field: Type.Literal("about"), base: Maybe(AboutRef), value: Maybe(AboutRef) }),
]);
export type GoalRevision = Static<typeof GoalRevision>;

/** The texts of a promise that people write. */
export const PromiseTexts = Body({ wording: Prose(600), ownerName: Prose(120), byOn: Maybe(Day) });
export type PromiseTexts = Static<typeof PromiseTexts>;

/** A promise as somebody writes it; `base` is what she saw before, null where there was none. */
export const PromiseWriting = Body({
  /** Whose home; only needed for home's part of a student with several homes. */
  householdId: Maybe(Id),
  base: Type.Union([PromiseTexts, Type.Null()]),
  value: PromiseTexts,
  language: LanguageTag,
});
export type PromiseWriting = Static<typeof PromiseWriting>;

export const PromiseAnswer = Body({
  answer: Type.Union([Type.Literal("accepted"), Type.Literal("declined")]),
});
export type PromiseAnswer = Static<typeof PromiseAnswer>;

/** How a promise went, told by the side that made it; null takes it back. */
export const PromiseReport = Body({ kept: orNull(PromiseKept), because: Prose(1_000) });
export type PromiseReport = Static<typeof PromiseReport>;
