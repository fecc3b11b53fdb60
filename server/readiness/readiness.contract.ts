import { Type, type Static } from "typebox";
import { CreditFlag } from "#server/transcripts/transcript.contract.ts";
import { Id, Instant, Maybe } from "#server/http/shapes.contract.ts";

/** How much of one thing is there; a total of nothing means there is nothing to do. */
export const Mark = Type.Object({
  done: Type.Integer({ minimum: 0 }),
  total: Type.Integer({ minimum: 0 }),
});
export type Mark = Static<typeof Mark>;

/** How ready a student is for a season's conference. */
export const Readiness = Type.Object({
  work: Mark,
  reflections: Mark,
  lastGoals: Mark,
  newGoals: Mark,
  /** Her strengths and where she wants to grow, in her own words. */
  statements: Mark,
  /** What her results tell her, in one sentence; nothing to do where she has none this year. */
  results: Mark,
  /** Once is enough. */
  rehearsed: Mark,
});
export type Readiness = Static<typeof Readiness>;

/** The same with the one next thing: a chosen piece that nothing is said about yet. */
export const ReadinessWithNext = Type.Object({
  ...Readiness.properties,
  nextPiece: Type.Union([
    Type.Object({ workSampleId: Id, title: Type.String(), language: Type.String() }),
    Type.Null(),
  ]),
});
export type ReadinessWithNext = Static<typeof ReadinessWithNext>;

/** Whom the list shows: an advisory, a grade, only those with something left to do. */
export const ReadyQuery = Type.Object(
  {
    advisory: Type.Optional(Id),
    grade: Type.Optional(Type.String({ pattern: "^\\d{1,2}$" })),
    only: Type.Optional(Type.Union([Type.Literal("not-ready"), Type.Literal("no-time")])),
    after: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type ReadyQuery = Static<typeof ReadyQuery>;

/** A student on the season's list. */
export const ReadyStudent = Type.Object({
  id: Id,
  name: Type.String(),
  ownScriptName: Maybe(Type.String()),
  grade: Type.Integer(),
  advisoryId: Maybe(Id),
  advisoryName: Maybe(Type.String()),
  conferences: Type.Array(
    Type.Object({ id: Id, startsAt: Instant, state: Type.String(), outcome: Maybe(Type.String()) }),
  ),
  readiness: Readiness,
  isReady: Type.Boolean(),
  /** Something about her credits to plan for, where this person may read them. */
  flag: Type.Union([CreditFlag, Type.Null()]),
});
export type ReadyStudent = Static<typeof ReadyStudent>;

const group = { students: Type.Integer(), ready: Type.Integer(), withTime: Type.Integer() };

/** Who is ready: counts of everybody this person may list, and one page of those the query asks for. */
export const SeasonReadiness = Type.Object({
  zone: Type.String(),
  ...group,
  advisories: Type.Array(Type.Object({ id: Id, name: Type.String(), ...group })),
  grades: Type.Array(Type.Object({ grade: Type.Integer(), ...group })),
  /** How many the query found. */
  found: Type.Integer(),
  list: Type.Array(ReadyStudent),
  next: Maybe(Id),
});
export type SeasonReadiness = Static<typeof SeasonReadiness>;
