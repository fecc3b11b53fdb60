import { Type, type Static } from "typebox";
import { Body, Id, Instant, Line } from "#server/http/shapes.contract.ts";
import { CreditSubject, PlanUnit } from "./graduation-plan.contract.ts";

const MaybeText = Type.Union([Type.String(), Type.Null()]);
const MaybeNumber = Type.Union([Type.Number(), Type.Null()]);

export const Term = Type.Enum(["year", "fall", "spring", "summer"]);
export type Term = Static<typeof Term>;

export const CourseState = Type.Enum(["earned", "in-progress", "failed", "withdrawn"]);
export type CourseState = Static<typeof CourseState>;

/** What one course gave, or will give. */
export const CourseResult = Type.Object({
  id: Id,
  course: Type.String(),
  subject: CreditSubject,
  schoolYear: Type.String(),
  term: Term,
  attempted: Type.Number(),
  earned: Type.Number(),
  grade: MaybeText,
  state: CourseState,
  onCollegeList: Type.Boolean(),
  /** Null for courses of the school itself. */
  externalSchool: MaybeText,
});
export type CourseResult = Static<typeof CourseResult>;

/** A course as far as an audit looks at it. */
export type Course = Omit<CourseResult, "id">;

/** How a course goes at an instant. */
export const CurrentGrade = Type.Object({
  id: Id,
  course: Type.String(),
  subject: CreditSubject,
  schoolYear: Type.String(),
  grade: Type.String(),
  comment: Type.String(),
  asOf: Instant,
});
export type CurrentGrade = Static<typeof CurrentGrade>;

/** A course tried that does not count towards a plan, not made up yet. */
export const ShortCourse = Type.Object({
  course: Type.String(),
  schoolYear: Type.String(),
  term: Term,
  grade: MaybeText,
  amount: Type.Number(),
});
export type ShortCourse = Static<typeof ShortCourse>;

/** One subject of a plan: the four amounts add up to what is required. */
export const SubjectStanding = Type.Object({
  subject: CreditSubject,
  required: Type.Number(),
  earned: Type.Number(),
  underWay: Type.Number(),
  short: Type.Number(),
  toTake: Type.Number(),
  shortCourses: Type.Array(ShortCourse),
});
export type SubjectStanding = Static<typeof SubjectStanding>;

/** Where she stands; `not-yet` when nothing has arrived that could be counted. */
export const Standing = Type.Enum(["on-track", "watch", "needs-plan", "not-yet"]);
export type Standing = Static<typeof Standing>;

/** The one thing about credits that those around a student should plan for with her. */
export const CreditFlag = Type.Object({
  plan: Type.String(),
  standing: Type.Enum(["needs-plan", "watch"]),
});
export type CreditFlag = Static<typeof CreditFlag>;

/** A transcript held against one version of a plan, in the plan's unit. */
export const GraduationAudit = Type.Object({
  plan: Type.String(),
  version: Type.String(),
  unit: PlanUnit,
  required: Type.Number(),
  earned: Type.Number(),
  underWay: Type.Number(),
  short: Type.Number(),
  /** By the end of this grade. */
  expected: Type.Number(),
  /** How much less than expected is earned or under way. */
  behind: Type.Number(),
  standing: Standing,
  subjects: Type.Array(SubjectStanding),
});
export type GraduationAudit = Static<typeof GraduationAudit>;

/** A student's numbers apart from tests. */
export const Transcript = Type.Object({
  /** The grade she is in. */
  grade: Type.Integer(),
  grades: Type.Array(CurrentGrade),
  courses: Type.Array(CourseResult),
  audits: Type.Array(GraduationAudit),
  /** Grade points on average, 0 to 4, not weighted; null while there is none. */
  gradePoints: MaybeNumber,
});
export type Transcript = Static<typeof Transcript>;

/** Courses a student thinks of: those she would leave, and those she would take. */
export const WhatIf = Body({
  left: Type.Array(Id, { maxItems: 60, uniqueItems: true }),
  planned: Type.Array(
    Body({
      /** A name; that of a course tried before makes up for it. */
      course: Line(120),
      subject: CreditSubject,
      credits: Type.Number({ minimum: 0.5, maximum: 40 }),
      onCollegeList: Type.Boolean(),
    }),
    { maxItems: 40 },
  ),
});
export type WhatIf = Static<typeof WhatIf>;

/** Where she would stand then. */
export const Tried = Type.Object({ audits: Type.Array(GraduationAudit) });
export type Tried = Static<typeof Tried>;

export const TranscriptParams = Type.Object({ studentId: Id });
