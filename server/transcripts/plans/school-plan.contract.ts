import { Type, type Static } from "typebox";
import { Body, Maybe } from "#server/http/shapes.contract.ts";

/** A diploma to choose, with what it asks for in all. */
export const Diploma = Type.Object({ key: Type.String(), version: Type.String(), credits: Type.Number() });
export type Diploma = Static<typeof Diploma>;

/** From which graduating class on a school uses which diploma. */
export const PlanChosen = Type.Object({ fromCohortYear: Type.Integer(), plan: Type.String() });
export type PlanChosen = Static<typeof PlanChosen>;

export const SchoolPlans = Type.Object({
  diplomas: Type.Array(Diploma),
  /** What everybody before the first class named here is held against. */
  usual: Type.String(),
  chosen: Type.Array(PlanChosen),
});
export type SchoolPlans = Static<typeof SchoolPlans>;

const PlanKey = Type.String({ pattern: "^[a-z0-9-]{1,40}$", maxLength: 40 });

/** Chooses a diploma from a class on; null takes the choice back. */
export const PlanChange = Body({
  fromCohortYear: Type.Integer({ minimum: 1990, maximum: 2100 }),
  base: Maybe(PlanKey),
  value: Maybe(PlanKey),
});
export type PlanChange = Static<typeof PlanChange>;
