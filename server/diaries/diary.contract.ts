import { Type, type Static } from "typebox";
import { Day, Id, Instant, Maybe } from "#server/http/shapes.contract.ts";

export const EveningParams = Type.Object({ day: Day });
export const CalendarParams = Type.Object({ conferenceId: Id });

/** One conference of a day as the office prints it. */
export const EveningLine = Type.Object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  zone: Type.String(),
  studentName: Type.String(),
  grade: Type.Integer(),
  adviserName: Type.String(),
  /** The home that meets apart. */
  household: Maybe(Type.String()),
  mode: Type.String(),
  place: Type.String(),
  language: Type.String(),
  state: Type.String(),
  people: Type.Array(
    Type.Object({
      personId: Id,
      name: Type.String(),
      part: Type.String(),
      relationship: Type.String(),
      expected: Type.String(),
      language: Maybe(Type.String()),
    }),
  ),
});
export type EveningLine = Static<typeof EveningLine>;

/** Every conference of a day that this person arranges, by the clock. */
export const Evening = Type.Object({ day: Day, conferences: Type.Array(EveningLine) });
export type Evening = Static<typeof Evening>;
