import { Type, type Static } from "typebox";
import { Id, Maybe } from "#server/http/shapes.contract.ts";

export const StudentParams = Type.Object({ studentId: Id });

/** Who advises a student, and since she is a colleague or a parent's first contact, how she is called. */
export const Adviser = Type.Object({ personId: Id, name: Type.String(), part: Type.String() });
export type Adviser = Static<typeof Adviser>;

/** A student as whoever has anything to do with her may know her; advisers only for those who read or arrange. */
export const Student = Type.Object({
  id: Id,
  name: Type.String(),
  givenName: Type.String(),
  ownScriptName: Maybe(Type.String()),
  grade: Type.Integer(),
  school: Type.Object({ id: Id, name: Type.String(), zone: Type.String() }),
  advisers: Type.Array(Adviser),
  mayArrange: Type.Boolean(),
  /** The season she prepares for, for whoever arranges for her; null where none is open to her. */
  seasonId: Maybe(Id),
});
export type Student = Static<typeof Student>;
