import { Type, type Static } from "typebox";
import { Id, Maybe } from "#server/http/shapes.contract.ts";

/** A school as everyone who belongs to it may know it. */
export const School = Type.Object({
  id: Id,
  name: Type.String(),
  zone: Type.String(),
  phone: Maybe(Type.String()),
});
export type School = Static<typeof School>;

export const SchoolList = Type.Object({ schools: Type.Array(School) });
export type SchoolList = Static<typeof SchoolList>;
