import { Type, type Static } from "typebox";
import { Id } from "#server/http/shapes.contract.ts";

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
  results: Mark,
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
