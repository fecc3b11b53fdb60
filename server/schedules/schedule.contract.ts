import { Type, type Static } from "typebox";
import { NewConference } from "#server/conferences/conference.contract.ts";
import { Body, Id, Instant, Maybe } from "#server/http/shapes.contract.ts";
import { InvitablePeople } from "#server/people/invitable.contract.ts";
import { Season } from "#server/seasons/season.contract.ts";

export const ScheduleParams = Type.Object({ advisoryId: Id });
export const ScheduleQuery = Type.Object({ seasonId: Type.Optional(Id) });

/** A conference of this season that stands already. */
export const SetConference = Type.Object({
  id: Id,
  startsAt: Instant,
  state: Type.String(),
  /** "joint", or the home that meets apart. */
  householdKey: Type.String(),
  household: Maybe(Type.String()),
});
export type SetConference = Static<typeof SetConference>;

/** One student of the advisory: what is set for her, and who may come to what is not. */
export const ScheduleStudent = Type.Object({
  id: Id,
  name: Type.String(),
  ownScriptName: Maybe(Type.String()),
  grade: Type.Integer(),
  conferences: Type.Array(SetConference),
  /** Her homes met apart the last time. */
  metApart: Type.Boolean(),
  people: InvitablePeople,
});
export type ScheduleStudent = Static<typeof ScheduleStudent>;

/** What setting an advisory's conferences begins with. */
export const Schedule = Type.Object({
  advisory: Type.Object({ id: Id, name: Type.String(), room: Maybe(Type.String()), zone: Type.String() }),
  /** Those it can be done for now, the current one first. */
  seasons: Type.Array(Season),
  season: Type.Union([Season, Type.Null()]),
  /** Where the adviser met last. */
  place: Maybe(Type.String()),
  students: Type.Array(ScheduleStudent),
});
export type Schedule = Static<typeof Schedule>;

const { seasonId, ...conference } = NewConference.properties;

/** One of the conferences of an advisory. */
export const ScheduleRow = Body(conference);
export type ScheduleRow = Static<typeof ScheduleRow>;

/** The conferences of an advisory, to be set together. */
export const NewSchedule = Body({
  seasonId,
  rows: Type.Array(ScheduleRow, { minItems: 1, maxItems: 60 }),
});
export type NewSchedule = Static<typeof NewSchedule>;

/** What is wrong with one row, by its number in what was asked. */
export const Trouble = Type.Object({
  row: Type.Integer(),
  code: Type.String(),
  /** Who is expected elsewhere. */
  who: Maybe(Type.String()),
  /** When that is. */
  startsAt: Maybe(Instant),
  /** For which student, where whoever asks may know. */
  student: Maybe(Type.String()),
  /** The room others have at that time; it can be shared, so it stops nothing. */
  place: Maybe(Type.String()),
});
export type Trouble = Static<typeof Trouble>;

export const TroubleList = Type.Object({ troubles: Type.Array(Trouble) });
export type TroubleList = Static<typeof TroubleList>;

/** The conferences that were set, in the order they were asked for. */
export const SetSchedule = Type.Object({ ids: Type.Array(Id) });
export type SetSchedule = Static<typeof SetSchedule>;
