import { Type, type Static } from "typebox";
import { Body, Id, Instant, Maybe } from "#server/http/shapes.contract.ts";
import { SectionKey } from "#server/portfolios/portfolio.contract.ts";

/** One part of a rehearsal: what it was meant to take and took. The name is of a section she made herself. */
export const RehearsedPart = Body({
  key: SectionKey,
  name: Maybe(Type.String({ maxLength: 80 })),
  minutes: Type.Integer({ minimum: 0, maximum: 240 }),
  seconds: Type.Integer({ minimum: 0, maximum: 36_000 }),
});
export type RehearsedPart = Static<typeof RehearsedPart>;

export const NewRehearsal = Body({ parts: Type.Array(RehearsedPart, { minItems: 1, maxItems: 60 }) });
export type NewRehearsal = Static<typeof NewRehearsal>;

/** A rehearsal; its parts are sent to the student, and to her adviser once she shares them. */
export const Rehearsal = Type.Object({
  id: Id,
  rehearsedAt: Instant,
  isShared: Type.Boolean(),
  parts: Type.Optional(Type.Array(RehearsedPart)),
});
export type Rehearsal = Static<typeof Rehearsal>;

/** Those of the season that is open, newest first. */
export const RehearsalList = Type.Object({ rehearsals: Type.Array(Rehearsal) });
export type RehearsalList = Static<typeof RehearsalList>;

export const RehearsalParams = Type.Object({ rehearsalId: Id });
export const RehearsalStudentParams = Type.Object({ studentId: Id });

/** Whether her adviser may see the seconds too. */
export const RehearsalShare = Body({
  field: Type.Literal("isShared"),
  base: Type.Boolean(),
  value: Type.Boolean(),
});
export type RehearsalShare = Static<typeof RehearsalShare>;
