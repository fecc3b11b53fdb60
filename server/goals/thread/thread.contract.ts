import { Type, type Static } from "typebox";
import { Body, Day, Id, LanguageTag, Line, Maybe } from "#server/http/shapes.contract.ts";
import { Goal, GoalSeason } from "../goal.contract.ts";

/** A look at a goal between two conferences: a day and a line. */
export const NewCheckIn = Body({ on: Day, line: Line(500), language: LanguageTag });
export type NewCheckIn = Static<typeof NewCheckIn>;

export const CheckIn = Type.Object({
  id: Id,
  on: Day,
  line: Type.String(),
  language: Type.String(),
  by: Type.String(),
});
export type CheckIn = Static<typeof CheckIn>;

/** A goal on its way through the seasons. */
export const ThreadGoal = Type.Object({
  ...Goal.properties,
  checkIns: Type.Array(CheckIn),
  /** The goal of an earlier season it goes on with. */
  carriedFromId: Maybe(Id),
  /** It may be carried into the season that is open now. */
  mayCarry: Type.Boolean(),
  mayCheckIn: Type.Boolean(),
});
export type ThreadGoal = Static<typeof ThreadGoal>;

/** A student's goals over the seasons, the newest season first. */
export const GoalThread = Type.Object({
  student: Type.Object({ id: Id, name: Type.String(), givenName: Type.String() }),
  seasons: Type.Array(Type.Object({ ...GoalSeason.properties, goals: Type.Array(ThreadGoal) })),
});
export type GoalThread = Static<typeof GoalThread>;

/** Who keeps a promise of the school's. */
export const OwnerChange = Body({ base: Maybe(Id), value: Maybe(Id) });
export type OwnerChange = Static<typeof OwnerChange>;

export const Colleagues = Type.Object({
  colleagues: Type.Array(Type.Object({ id: Id, name: Type.String(), part: Type.String() })),
});
export type Colleagues = Static<typeof Colleagues>;
