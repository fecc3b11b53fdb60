import { Type, type Static } from "typebox";
import { Day, Id, Instant, Maybe } from "#server/http/shapes.contract.ts";
import { PromiseKept, GoalState, GoalOutcome } from "#server/goals/goal.contract.ts";
import { Intervention } from "#server/interventions/intervention.contract.ts";

const student = { studentId: Id, studentName: Type.String() };

/** A promise of the school's, for who keeps it. */
export const PromiseToReport = Type.Object({
  id: Id,
  ...student,
  goal: Type.String(),
  wording: Type.String(),
  language: Type.String(),
  byOn: Maybe(Day),
  ownerId: Maybe(Id),
  ownerName: Type.String(),
  kept: Type.Union([PromiseKept, Type.Null()]),
  keptNote: Type.String(),
  season: Type.String(),
  /** This reader's own, or nobody's and she is the adviser. */
  isMine: Type.Boolean(),
  mayName: Type.Boolean(),
});
export type PromiseToReport = Static<typeof PromiseToReport>;

/** One test before a support plan began and since. */
export const BeforeAfter = Type.Object({
  area: Type.String(),
  test: Type.String(),
  before: Type.Number(),
  after: Type.Number(),
});

export const PlanStep = Type.Object({
  step: Type.String(),
  note: Type.String(),
  outcome: Maybe(Type.String()),
  takenAt: Instant,
  by: Type.String(),
});

export const PlanToFollow = Type.Object({
  ...student,
  ...Intervention.properties,
  outcome: Maybe(Type.String()),
  isDue: Type.Boolean(),
  results: Type.Array(BeforeAfter),
  steps: Type.Array(PlanStep),
});
export type PlanToFollow = Static<typeof PlanToFollow>;

export const GoalToFollow = Type.Object({
  id: Id,
  ...student,
  wording: Type.String(),
  language: Type.String(),
  dueOn: Maybe(Day),
  state: GoalState,
  outcome: Type.Union([GoalOutcome, Type.Null()]),
  season: Type.String(),
  lastCheckIn: Type.Union([Type.Object({ on: Day, line: Type.String() }), Type.Null()]),
});
export type GoalToFollow = Static<typeof GoalToFollow>;

export const FollowUp = Type.Object({
  today: Day,
  promises: Type.Array(PromiseToReport),
  plans: Type.Array(PlanToFollow),
  goals: Type.Array(GoalToFollow),
});
export type FollowUp = Static<typeof FollowUp>;

/** One thing an adviser owes; `id` is what its page needs: a record's conference, a promise, a plan, a proposal's student, a question's household. */
export const OwedThing = Type.Object({
  kind: Type.Enum(["record", "mentor", "plan", "promise", "acknowledgement", "question"]),
  id: Id,
  ...student,
  on: Maybe(Day),
});
export type OwedThing = Static<typeof OwedThing>;

export const Owed = Type.Object({ today: Day, things: Type.Array(OwedThing) });
export type Owed = Static<typeof Owed>;
