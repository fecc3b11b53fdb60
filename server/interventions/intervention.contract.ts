import { Type, type Static } from "typebox";
import { Body, Day, Id, Maybe, Prose } from "#server/http/shapes.contract.ts";

export const Need = Type.Enum(["learning-gap", "credit-deficiency", "attendance", "other"]);
export type Need = Static<typeof Need>;

const plan = {
  need: Need,
  action: Prose(2000),
  provider: Prose(200),
  startsOn: Maybe(Day),
  frequency: Prose(200),
  measure: Prose(500),
  reviewOn: Maybe(Day),
};

/** A support plan as somebody writes it. */
export const InterventionPlan = Body(plan);
export type InterventionPlan = Static<typeof InterventionPlan>;

/** A support plan as it is saved; `base` is what the writer had before her, so that different texts merge. */
export const PlanSaving = Body({ ...plan, base: Type.Optional(InterventionPlan) });
export type PlanSaving = Static<typeof PlanSaving>;

/** What the school does about something to plan for; it has the id of the row it answers. */
export const Intervention = Type.Object({
  id: Id,
  ...plan,
  state: Type.Enum(["proposed", "agreed", "active", "reviewed", "closed"]),
});
export type Intervention = Static<typeof Intervention>;

/** One step of following a plan: begun, looked at again, going on with a new day, or ended with what came of it. */
export const InterventionStep = Body({
  step: Type.Enum(["begin", "review", "go-on", "close"]),
  note: Prose(1000),
  outcome: Type.Union([Type.Enum(["worked", "changed", "stopped"]), Type.Null()]),
  reviewOn: Maybe(Day),
});
export type InterventionStep = Static<typeof InterventionStep>;
export const StepParams = Type.Object({ interventionId: Id });

export const InterventionParams = Type.Object({ recordId: Id, interventionId: Id });
