import { Type, type Static } from "typebox";
import { Id, Maybe } from "#server/http/shapes.contract.ts";

/**
 * A guardian who may come. Who may not is simply absent, and nothing here says why:
 * `isWrittenTo` is false without an address as well as where a court forbids it.
 */
export const InvitableGuardian = Type.Object({
  personId: Id,
  name: Type.String(),
  ownScriptName: Maybe(Type.String()),
  relationship: Type.String(),
  householdId: Id,
  householdName: Type.String(),
  language: Type.String(),
  isWrittenTo: Type.Boolean(),
});
export type InvitableGuardian = Static<typeof InvitableGuardian>;

export const InvitableMentor = Type.Object({
  personId: Id,
  name: Type.String(),
  line: Maybe(Type.String()),
  isMinor: Type.Boolean(),
});
export const InvitableInterpreter = Type.Object({
  personId: Id,
  name: Type.String(),
  language: Type.String(),
});
export const InvitableColleague = Type.Object({ personId: Id, name: Type.String(), role: Type.String() });

/** Everybody who may be asked to a student's conference. */
export const InvitablePeople = Type.Object({
  guardians: Type.Array(InvitableGuardian),
  mentors: Type.Array(InvitableMentor),
  interpreters: Type.Array(InvitableInterpreter),
  staff: Type.Array(InvitableColleague),
});
export type InvitablePeople = Static<typeof InvitablePeople>;
