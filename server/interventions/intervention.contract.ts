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

/** What the school does about something to plan for; it has the id of the row it answers. */
export const Intervention = Type.Object({
  id: Id,
  ...plan,
  state: Type.Enum(["proposed", "agreed", "active", "reviewed", "closed"]),
});
export type Intervention = Static<typeof Intervention>;

export const InterventionParams = Type.Object({ recordId: Id, interventionId: Id });
