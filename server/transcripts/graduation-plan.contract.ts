import { Type, type Static } from "typebox";

export const CreditSubject = Type.Enum([
  "english",
  "math",
  "science",
  "history",
  "language",
  "arts",
  "health",
  "elective",
]);
export type CreditSubject = Static<typeof CreditSubject>;

export const PlanUnit = Type.Enum(["credits", "year-courses"]);
export type PlanUnit = Static<typeof PlanUnit>;

/** What a diploma or a university asks for; amounts in the plan's own unit. */
export const GraduationPlan = Type.Object({
  key: Type.String(),
  version: Type.String(),
  unit: PlanUnit,
  creditsAUnit: Type.Number({ exclusiveMinimum: 0 }),
  /** The least grade that counts; null where any passing one does. */
  leastGrade: Type.Union([Type.String(), Type.Null()]),
  onlyCollegeList: Type.Boolean(),
  /** How much of what was tried in vain can still be made up without a plan. */
  mayBeShort: Type.Number({ minimum: 0 }),
  /** Earned or under way by the end of each grade. */
  pace: Type.Record(Type.String(), Type.Number()),
  subjects: Type.Array(Type.Object({ subject: CreditSubject, required: Type.Number() })),
});
export type GraduationPlan = Static<typeof GraduationPlan>;
