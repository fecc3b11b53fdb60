import { Type, type Static } from "typebox";
import { Body, Day, Id, Line, Maybe } from "#server/http/shapes.contract.ts";

export const AdvisoryParams = Type.Object({ advisoryId: Id });
export const AdvisoryAdviserParams = Type.Object({ advisoryId: Id, personId: Id });

const Part = Type.Union([Type.Literal("adviser"), Type.Literal("co-adviser"), Type.Literal("substitute")]);

export const GroupAdviser = Type.Object({
  personId: Id,
  name: Type.String(),
  part: Type.String(),
  fromOn: Day,
  untilOn: Maybe(Day),
});
export type GroupAdviser = Static<typeof GroupAdviser>;

export const GroupStudent = Type.Object({ id: Id, name: Type.String(), grade: Type.Integer() });

/** An advisory of this school year or a coming one, as the office keeps it. */
export const Group = Type.Object({
  id: Id,
  name: Type.String(),
  room: Maybe(Type.String()),
  schoolId: Id,
  schoolName: Type.String(),
  yearName: Type.String(),
  startsOn: Day,
  endsOn: Day,
  advisers: Type.Array(GroupAdviser),
  students: Type.Array(GroupStudent),
  mayEdit: Type.Boolean(),
});
export type Group = Static<typeof Group>;

export const GroupList = Type.Object({ advisories: Type.Array(Group) });
export type GroupList = Static<typeof GroupList>;

export const NewAdvisory = Body({ schoolYearId: Id, name: Line(80), room: Maybe(Line(40)) });
export type NewAdvisory = Static<typeof NewAdvisory>;

export const AdvisoryChange = Type.Union([
  Body({ field: Type.Literal("name"), base: Line(80), value: Line(80) }),
  Body({ field: Type.Literal("room"), base: Maybe(Line(40)), value: Maybe(Line(40)) }),
]);
export type AdvisoryChange = Static<typeof AdvisoryChange>;

/** Who leads it; a substitute within her days. */
export const NewAdviser = Body({ personId: Id, part: Part, fromOn: Day, untilOn: Maybe(Day) });
export type NewAdviser = Static<typeof NewAdviser>;

/** The last day of somebody's leading, named by her part and first day. */
export const AdviserChange = Body({ part: Part, fromOn: Day, base: Maybe(Day), value: Maybe(Day) });
export type AdviserChange = Static<typeof AdviserChange>;
