import { Type, type Static } from "typebox";
import { Day, Id, Maybe } from "#server/http/shapes.contract.ts";
import { Wish } from "#server/interpreters/interpreter.contract.ts";

const Child = Type.Object({ name: Type.String(), schoolName: Type.String() });

/** Somebody who answers for her, with the three facts and what they rest on. */
export const GuardianOfStudent = Type.Object({
  personId: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  ownScriptName: Maybe(Type.String()),
  language: Type.String(),
  email: Maybe(Type.String()),
  phone: Maybe(Type.String()),
  relationship: Type.String(),
  householdId: Id,
  householdName: Type.String(),
  livesWith: Type.Boolean(),
  mayInspectRecords: Type.Boolean(),
  mayAttend: Type.Boolean(),
  mayBeContacted: Type.Boolean(),
  courtDocument: Maybe(Type.String()),
  fromOn: Day,
  untilOn: Maybe(Day),
  /** Her rights passed to the student at 18, and nothing lets this guardian stay. */
  rightsPassed: Type.Boolean(),
  invitedAt: Maybe(Type.String()),
  hasSignedIn: Type.Boolean(),
  /** Her address and name may be changed here; a colleague's are kept with the staff. */
  mayEdit: Type.Boolean(),
  alsoAnswersFor: Type.Array(Child),
});
export type GuardianOfStudent = Static<typeof GuardianOfStudent>;

/** Who sees this student and why: `because` is a word of the table “who sees what”. */
export const Onlooker = Type.Object({
  personId: Id,
  name: Type.String(),
  because: Type.String(),
  detail: Maybe(Type.String()),
  untilOn: Maybe(Day),
});
export type Onlooker = Static<typeof Onlooker>;

/** A student's page as the office keeps it. */
export const StudentFile = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  ownScriptName: Maybe(Type.String()),
  language: Type.String(),
  email: Maybe(Type.String()),
  phone: Maybe(Type.String()),
  studentNumber: Type.String(),
  grade: Type.Integer(),
  cohortYear: Type.Integer(),
  bornOn: Day,
  isOfAge: Type.Boolean(),
  dependencyRecordedOn: Maybe(Day),
  leftOn: Maybe(Day),
  username: Maybe(Type.String()),
  schoolId: Id,
  schoolName: Type.String(),
  zone: Type.String(),
  advisoryId: Maybe(Id),
  advisoryName: Maybe(Type.String()),
  guardians: Type.Array(GuardianOfStudent),
  households: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** What her households wish for this season; for those who plan it. */
  wishes: Type.Array(Wish),
  onlookers: Type.Array(Onlooker),
  mayEdit: Type.Boolean(),
  mayAudit: Type.Boolean(),
});
export type StudentFile = Static<typeof StudentFile>;
