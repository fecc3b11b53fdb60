import { Type, type Static } from "typebox";
import { Body, Day, Id, Line, Maybe } from "#server/http/shapes.contract.ts";

export const SchoolParams = Type.Object({ schoolId: Id });
export const SchoolYearParams = Type.Object({ schoolYearId: Id });

export const SchoolYear = Type.Object({ id: Id, name: Type.String(), startsOn: Day, endsOn: Day });
export type SchoolYear = Static<typeof SchoolYear>;

/** A school as those who keep its people know it. */
export const SchoolFile = Type.Object({
  id: Id,
  name: Type.String(),
  code: Type.String(),
  timeZone: Type.String(),
  lowestGrade: Type.Integer(),
  highestGrade: Type.Integer(),
  phone: Maybe(Type.String()),
  years: Type.Array(SchoolYear),
  /** Her people may be enrolled and grouped here. */
  mayKeepPeople: Type.Boolean(),
  mayEdit: Type.Boolean(),
});
export type SchoolFile = Static<typeof SchoolFile>;

export const SchoolFiles = Type.Object({ schools: Type.Array(SchoolFile), mayAdd: Type.Boolean() });
export type SchoolFiles = Static<typeof SchoolFiles>;

const Code = Type.String({ pattern: "^[A-Z0-9]{2,8}$", maxLength: 8 });
const Grade = Type.Integer({ minimum: 0, maximum: 13 });

export const SchoolChange = Type.Union([
  Body({ field: Type.Literal("name"), base: Line(120), value: Line(120) }),
  Body({ field: Type.Literal("code"), base: Code, value: Code }),
  Body({ field: Type.Literal("timeZone"), base: Line(60), value: Line(60) }),
  Body({ field: Type.Literal("phone"), base: Maybe(Line(40)), value: Maybe(Line(40)) }),
  Body({ field: Type.Literal("lowestGrade"), base: Grade, value: Grade }),
  Body({ field: Type.Literal("highestGrade"), base: Grade, value: Grade }),
]);
export type SchoolChange = Static<typeof SchoolChange>;

/** Another school of the district; grades 6 to 12 unless it says otherwise. */
export const NewSchool = Body({
  name: Line(120),
  code: Code,
  timeZone: Line(60),
  lowestGrade: Type.Optional(Grade),
  highestGrade: Type.Optional(Grade),
});
export type NewSchool = Static<typeof NewSchool>;

export const NewSchoolYear = Body({ name: Line(40), startsOn: Day, endsOn: Day });
export type NewSchoolYear = Static<typeof NewSchoolYear>;

export const SchoolYearChange = Type.Union([
  Body({ field: Type.Literal("name"), base: Line(40), value: Line(40) }),
  Body({ field: Type.Literal("startsOn"), base: Day, value: Day }),
  Body({ field: Type.Literal("endsOn"), base: Day, value: Day }),
]);
export type SchoolYearChange = Static<typeof SchoolYearChange>;

/** One step from an empty school to conferences that are set; `total` is 0 where nothing can be counted yet. */
export const ChecklistStep = Type.Object({
  key: Type.String(),
  done: Type.Integer(),
  total: Type.Integer(),
  isDone: Type.Boolean(),
});
export type ChecklistStep = Static<typeof ChecklistStep>;

export const Checklist = Type.Object({
  schoolName: Type.String(),
  seasonName: Maybe(Type.String()),
  steps: Type.Array(ChecklistStep),
});
export type Checklist = Static<typeof Checklist>;
