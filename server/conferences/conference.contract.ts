import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Line, Maybe, Prose } from "#server/http/shapes.contract.ts";
import { Invitation } from "#server/participants/participant.contract.ts";

export const ConferenceParams = Type.Object({ conferenceId: Id });

export const Mode = Type.Union([
  Type.Literal("in-person"),
  Type.Literal("video"),
  Type.Literal("phone"),
  Type.Literal("home-visit"),
]);
export type Mode = Static<typeof Mode>;

/** An instant ("…Z"), or what the school's clocks will show ("2026-11-12T17:40"). */
export const StartsAt = Type.String({
  pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2}))?$",
});
export const Minutes = Type.Integer({ minimum: 10, maximum: 180 });
const Place = Prose(200);
/** Where to meet by video: an https address, or nothing. */
const Link = Type.String({ maxLength: 500, pattern: "^(https://[^\\s]+)?$" });

/** A conference set by hand. */
export const NewConference = Body({
  studentId: Id,
  seasonId: Id,
  startsAt: StartsAt,
  minutes: Type.Optional(Minutes),
  mode: Mode,
  place: Place,
  link: Link,
  language: Type.Optional(LanguageTag),
  householdKey: Type.Union([Type.Literal("joint"), Id]),
  participants: Type.Array(Invitation, { maxItems: 30 }),
});
export type NewConference = Static<typeof NewConference>;

const change = <F extends string, V extends Parameters<typeof Body>[0][string]>(field: F, value: V) =>
  Body({ field: Type.Literal(field), base: value, value });

/** One field as it was and as it shall be. */
export const ConferenceChange = Type.Union([
  change("startsAt", StartsAt),
  change("minutes", Minutes),
  change("mode", Mode),
  change("place", Place),
  change("link", Link),
  change("language", LanguageTag),
]);
export type ConferenceChange = Static<typeof ConferenceChange>;

/** When a conference is held that follows one that was stopped or did not happen; as long as that one, unless said. */
export const FollowUp = Body({ startsAt: StartsAt, minutes: Type.Optional(Minutes) });
export type FollowUp = Static<typeof FollowUp>;

/** How many were written to. */
export const Told = Type.Object({ told: Type.Integer() });
export type Told = Static<typeof Told>;

export const Outcome = Type.Union([
  Type.Literal("held"),
  Type.Literal("held-without-family"),
  Type.Literal("stopped"),
  Type.Literal("not-met"),
]);
export type Outcome = Static<typeof Outcome>;

/** Told late, after a time without network, an act in the room brings its time along. */
const at = Type.Optional(Instant);
export const Late = Body({ at });
export type Late = Static<typeof Late>;

/** How it ended; why, when nobody met. */
export const Ending = Body({
  outcome: Outcome,
  at,
  /** How it had ended as far as the writer knew: somebody else may have said otherwise. */
  base: Type.Optional(Type.Union([Outcome, Type.Null()])),
  notMetBecause: Type.Optional(
    Type.Union([Type.Literal("no-show"), Type.Literal("declined"), Type.Literal("unreachable")]),
  ),
});
export type Ending = Static<typeof Ending>;

/** One try to reach a family. */
export const NewContactAttempt = Body({
  /** The writer's, so that the same try sent twice is noted once. */
  id: Type.Optional(Id),
  madeAt: Type.Optional(Instant),
  way: Type.Union([
    Type.Literal("phone"),
    Type.Literal("e-mail"),
    Type.Literal("text"),
    Type.Literal("letter"),
    Type.Literal("visit"),
  ]),
  result: Line(500),
});
export type NewContactAttempt = Static<typeof NewContactAttempt>;

/** Somebody who comes, as the others see her. */
export const Companion = Type.Object({
  personId: Id,
  name: Type.String(),
  part: Type.String(),
  relationship: Type.String(),
  expected: Type.String(),
  language: Maybe(Type.String()),
});
export type Companion = Static<typeof Companion>;

const where = {
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  zone: Type.String(),
  mode: Type.String(),
  place: Type.String(),
  link: Type.String(),
  language: Type.String(),
};
const course = { state: Type.String(), outcome: Maybe(Type.String()) };
const student = Type.Object({
  id: Id,
  name: Type.String(),
  givenName: Type.String(),
  ownScriptName: Maybe(Type.String()),
});
const season = Type.Object({ id: Id, name: Type.String() });
const adviserName = Type.String();

/** The student's own: when, where, with whom, and what came of it. */
export const StudentConference = Type.Object({
  audience: Type.Literal("student"),
  ...where,
  ...course,
  season,
  adviserName,
  participants: Type.Array(Companion),
  recordId: Maybe(Id),
  recordState: Maybe(Type.String()),
  notes: Type.Integer(),
});
export type StudentConference = Static<typeof StudentConference>;

/** A guardian's: nothing of the other household's. */
export const FamilyConference = Type.Object({
  audience: Type.Literal("family"),
  ...where,
  ...course,
  season,
  student,
  adviserName,
  participants: Type.Array(Companion),
});
export type FamilyConference = Static<typeof FamilyConference>;

const Attendee = Type.Object({
  ...Companion.properties,
  ownScriptName: Maybe(Type.String()),
  householdId: Maybe(Id),
  attendance: Maybe(Type.String()),
});
const ContactAttempt = Type.Object({
  id: Id,
  madeAt: Instant,
  madeBy: Type.String(),
  way: Type.String(),
  result: Type.String(),
});

/** For whoever arranges, runs or supports it. */
export const StaffConference = Type.Object({
  audience: Type.Literal("staff"),
  ...where,
  ...course,
  notMetBecause: Maybe(Type.String()),
  startedAt: Maybe(Instant),
  endedAt: Maybe(Instant),
  season,
  student,
  adviserName,
  householdKey: Type.String(),
  /** The home that meets apart. */
  household: Maybe(Type.String()),
  /** False while those who come have not heard the last change of place or way. */
  isTold: Type.Boolean(),
  follows: Maybe(Id),
  followedBy: Maybe(Id),
  mayBeFollowed: Type.Boolean(),
  /** The same student's others of this season: the other home's, the one before. */
  others: Type.Array(
    Type.Object({ id: Id, startsAt: Instant, state: Type.String(), household: Maybe(Type.String()) }),
  ),
  participants: Type.Array(Attendee),
  contactAttempts: Type.Array(ContactAttempt),
  recordId: Maybe(Id),
  recordState: Maybe(Type.String()),
  mayArrange: Type.Boolean(),
  mayRun: Type.Boolean(),
});
export type StaffConference = Static<typeof StaffConference>;

/** The office's list: that there is one, and how far it is. */
export const OfficeConference = Type.Object({
  audience: Type.Literal("office"),
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  zone: Type.String(),
  ...course,
  studentName: Type.String(),
  adviserName,
});
export type OfficeConference = Static<typeof OfficeConference>;

/** An interpreter's or mentor's booking: time, place, language, name. */
export const GuestConference = Type.Object({
  audience: Type.Literal("guest"),
  ...where,
  studentName: Type.String(),
});
export type GuestConference = Static<typeof GuestConference>;

/** What one conference looks like to one person. */
export const Conference = Type.Union([StudentConference, FamilyConference, StaffConference, GuestConference]);
export type Conference = Static<typeof Conference>;

/** Everything that is mine, by why it is mine: a teacher may be a mother here too. */
export const ConferenceList = Type.Object({
  own: Type.Array(StudentConference),
  family: Type.Array(FamilyConference),
  led: Type.Array(StaffConference),
  school: Type.Array(OfficeConference),
  invited: Type.Array(GuestConference),
});
export type ConferenceList = Static<typeof ConferenceList>;
