import { Type, type Static } from "typebox";

/** One part of a conference; `showsWork` where the student hangs pieces of her portfolio. */
export const AgendaSegment = Type.Object({
  key: Type.String({ pattern: "^[a-z][a-z-]*$" }),
  minutes: Type.Integer({ minimum: 0 }),
  showsWork: Type.Optional(Type.Boolean()),
});
export type AgendaSegment = Static<typeof AgendaSegment>;

/** What a conference goes through, in order. */
export const Agenda = Type.Object({
  key: Type.String(),
  segments: Type.Array(AgendaSegment, { minItems: 1 }),
});
export type Agenda = Static<typeof Agenda>;
