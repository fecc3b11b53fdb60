import { Type, type Static } from "typebox";
import { Body, Line, Maybe } from "#server/http/shapes.contract.ts";
import { Shown, ShownTo } from "../shown.contract.ts";

/** Something that stands in the conference without being hung, for the student to place or to leave. */
export const StageThing = Type.Object({
  /** The name of the choice: a goal and its promises are one thing. */
  thing: Type.String(),
  segment: Type.String(),
  audience: ShownTo,
  isOnStage: Type.Boolean(),
  shown: Shown,
});
export type StageThing = Static<typeof StageThing>;

/** Whether a thing is shown on the stage; what has numbers is kept for those entitled to it in any case. */
export const StageChoice = Body({ thing: Line(300), isOnStage: Type.Boolean() });
export type StageChoice = Static<typeof StageChoice>;

/** Where a thing stands: after another one of its part, null for first. */
export const StageMove = Body({ thing: Line(300), after: Maybe(Line(300)) });
export type StageMove = Static<typeof StageMove>;
