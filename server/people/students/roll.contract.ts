import { Type, type Static } from "typebox";
import { Body, Day, Id, LanguageTag, Line, Maybe } from "#server/http/shapes.contract.ts";
import { personFacts } from "#server/people/person.contract.ts";

/** One line of the school's list. */
export const RollStudent = Type.Object({
  id: Id,
  name: Type.String(),
  ownScriptName: Maybe(Type.String()),
  studentNumber: Type.String(),
  grade: Type.Integer(),
  schoolName: Type.String(),
  advisory: Maybe(Type.String()),
  guardians: Type.Integer(),
  /** What those who answer for her speak, where it is not the school's language. */
  languages: Type.Array(Type.String()),
  leftOn: Maybe(Type.String()),
});
export type RollStudent = Static<typeof RollStudent>;

export const Roll = Type.Object({
  students: Type.Array(RollStudent),
  total: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
});
export type Roll = Static<typeof Roll>;

/** What is looked for: a part of a name or number, one school, those without a guardian or an advisory. */
export const RollQuery = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 100 })),
    school: Type.Optional(Id),
    without: Type.Optional(Type.Union([Type.Literal("guardian"), Type.Literal("advisory")])),
    page: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,4}$" })),
  },
  { additionalProperties: false },
);
export type RollQuery = Static<typeof RollQuery>;

const Grade = Type.Integer({ minimum: 0, maximum: 13 });
const CohortYear = Type.Integer({ minimum: 1990, maximum: 2100 });
const Username = Type.String({ minLength: 2, maxLength: 60, pattern: "^[A-Za-z0-9][A-Za-z0-9._@-]+$" });
const Password = Type.String({ minLength: 8, maxLength: 200 });

/** What opens the door for a student: a name at school and a password. */
export const StudentSignIn = Body({ username: Username, password: Password });
export type StudentSignIn = Static<typeof StudentSignIn>;

/** A student as the office enrols her; the birth date says when rights pass to her. */
export const NewStudent = Body({
  schoolId: Id,
  givenName: personFacts.givenName,
  familyName: personFacts.familyName,
  ownScriptName: Type.Optional(personFacts.ownScriptName),
  language: LanguageTag,
  studentNumber: Line(40),
  grade: Grade,
  cohortYear: CohortYear,
  bornOn: Day,
  signIn: Type.Optional(StudentSignIn),
});
export type NewStudent = Static<typeof NewStudent>;

const change = <const F extends string, T extends typeof Grade>(field: F, value: T) =>
  Body({ field: Type.Literal(field), base: value, value });
const changeText = <const F extends string, T extends typeof Day>(field: F, value: T) =>
  Body({ field: Type.Literal(field), base: value, value });
const changeDay = <const F extends string>(field: F) =>
  Body({ field: Type.Literal(field), base: Maybe(Day), value: Maybe(Day) });

/** Changes one fact of her enrolment. */
export const EnrolmentChange = Type.Union([
  changeText("studentNumber", Line(40)),
  change("grade", Grade),
  change("cohortYear", CohortYear),
  changeText("bornOn", Day),
  changeDay("dependencyRecordedOn"),
  changeDay("leftOn"),
]);
export type EnrolmentChange = Static<typeof EnrolmentChange>;

/** Puts her into an advisory from a day on, or into none. */
export const AdvisoryMove = Body({ advisoryId: Maybe(Id), fromOn: Day });
export type AdvisoryMove = Static<typeof AdvisoryMove>;
