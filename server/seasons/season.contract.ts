import { Type, type Static } from "typebox";
import { Day, Id } from "#server/http/shapes.contract.ts";

/** A round of conferences at one school. */
export const Season = Type.Object({
  id: Id,
  schoolId: Id,
  name: Type.String(),
  code: Type.String(),
  startsOn: Day,
  endsOn: Day,
  minutes: Type.Integer(),
  state: Type.String(),
});
export type Season = Static<typeof Season>;

export const SeasonList = Type.Object({ seasons: Type.Array(Season) });
export type SeasonList = Static<typeof SeasonList>;
