import { Type, type Static } from "typebox";
import { Body, Day, Id, Maybe } from "#server/http/shapes.contract.ts";
import { NewPerson } from "#server/people/person.contract.ts";

export const ColleagueParams = Type.Object({ colleagueId: Id });
export const RoleParams = Type.Object({ colleagueId: Id, roleId: Id });

const Role = Type.Union([
  Type.Literal("teacher"),
  Type.Literal("case-manager"),
  Type.Literal("counsellor"),
  Type.Literal("office"),
  Type.Literal("school-administrator"),
  Type.Literal("district-administrator"),
]);

/** What somebody is employed as, where, and how long. */
export const RoleHeld = Type.Object({
  id: Id,
  role: Type.String(),
  schoolName: Maybe(Type.String()),
  fromOn: Day,
  untilOn: Maybe(Day),
});
export type RoleHeld = Static<typeof RoleHeld>;

export const Colleague = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  ownScriptName: Maybe(Type.String()),
  language: Type.String(),
  email: Maybe(Type.String()),
  phone: Maybe(Type.String()),
  roles: Type.Array(RoleHeld),
  advises: Type.Array(Type.String()),
  invitedAt: Maybe(Type.String()),
  hasSignedIn: Type.Boolean(),
  mayEdit: Type.Boolean(),
});
export type Colleague = Static<typeof Colleague>;

export const StaffList = Type.Object({ staff: Type.Array(Colleague), mayAdd: Type.Boolean() });
export type StaffList = Static<typeof StaffList>;

/** A role at a school, or (a district administrator's) in the whole district. */
export const NewRole = Body({ role: Role, schoolId: Maybe(Id) });
export type NewRole = Static<typeof NewRole>;

/** A new colleague with her first role; somebody known already, such as a mother, keeps her account. */
export const NewColleague = Body({
  personId: Type.Optional(Id),
  person: Type.Optional(NewPerson),
  role: Role,
  schoolId: Maybe(Id),
});
export type NewColleague = Static<typeof NewColleague>;

/** A role ends by its last day; null opens it again. */
export const RoleChange = Body({ field: Type.Literal("untilOn"), base: Maybe(Day), value: Maybe(Day) });
export type RoleChange = Static<typeof RoleChange>;
