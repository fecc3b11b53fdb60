import { Type, type Static } from "typebox";

const head = {
  key: Type.String(),
  version: Type.String(),
  test: Type.String(),
  /** From the lowest. */
  bands: Type.Array(Type.String()),
};

/** Where the bands of a test begin: by its score, for each area and grade, or by the percentile. */
export const CutTable = Type.Union([
  Type.Object({
    ...head,
    by: Type.Literal("score"),
    starts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Array(Type.Number()))),
  }),
  Type.Object({ ...head, by: Type.Literal("percentile"), starts: Type.Array(Type.Number()) }),
]);
export type CutTable = Static<typeof CutTable>;
