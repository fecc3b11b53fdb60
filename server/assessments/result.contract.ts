import { Type, type Static } from "typebox";
import { Day, Id } from "#server/http/shapes.contract.ts";

const MaybeNumber = Type.Union([Type.Number(), Type.Null()]);
const MaybeText = Type.Union([Type.String(), Type.Null()]);

/** What a result says before any number does: how the student grew, measured against what was expected. */
export const Growth = Type.Union([
  Type.Literal("more-than-expected"),
  Type.Literal("as-expected"),
  Type.Literal("less-than-expected"),
  Type.Literal("not-measured"),
  Type.Literal("not-tested"),
]);
export type Growth = Static<typeof Growth>;

/** One test taken, growth first; percentile and error are for whoever asks further. */
export const AssessmentResult = Type.Object({
  id: Id,
  area: Type.Union([Type.Literal("language-arts"), Type.Literal("math")]),
  test: Type.String(),
  schoolYear: Type.String(),
  window: Type.Union([Type.Literal("fall"), Type.Literal("winter"), Type.Literal("spring")]),
  growthIs: Growth,
  growth: MaybeNumber,
  growthExpected: MaybeNumber,
  band: MaybeText,
  score: MaybeNumber,
  standardError: MaybeNumber,
  percentile: MaybeNumber,
  normYear: MaybeNumber,
  /** The cut table and version that gave the band. */
  cutTable: MaybeText,
  /** In which grade she took it. */
  grade: MaybeNumber,
  /** Where the bands of a test with cut scores begin, lowest band first. */
  cuts: Type.Union([
    Type.Object({ bands: Type.Array(Type.String()), starts: Type.Array(Type.Number()) }),
    Type.Null(),
  ]),
  takenOn: Type.Union([Day, Type.Null()]),
  notTestedBecause: MaybeText,
});
export type AssessmentResult = Static<typeof AssessmentResult>;

export const ResultList = Type.Object({ results: Type.Array(AssessmentResult) });
export type ResultList = Static<typeof ResultList>;
