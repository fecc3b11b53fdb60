import { Type, type Static } from "typebox";
import { Body, Day, Id, Instant, LanguageTag, Line, Maybe, Prose } from "#server/http/shapes.contract.ts";

const Address = Type.String({ format: "email", maxLength: 200 });

/** Somebody the student would like to have at her side. */
export const NewProposal = Body({
  name: Line(120),
  /** What she is: "robotics coach". */
  line: Prose(80),
  knownFrom: Prose(300),
  /** Empty for somebody who only comes, and looks at nothing afterwards. */
  email: Maybe(Address),
  isMinor: Type.Boolean(),
  language: LanguageTag,
});
export type NewProposal = Static<typeof NewProposal>;

/** What the adviser says to it, with a word to the student. */
export const ProposalAnswer = Body({
  answer: Type.Enum(["approved", "declined"]),
  word: Prose(500),
  /** Under 18, as the adviser knows it. */
  isMinor: Type.Boolean(),
  /** The last day she may look; the season's end when empty. */
  untilOn: Maybe(Day),
  /** A conference she is asked to at once. */
  conferenceId: Maybe(Id),
});
export type ProposalAnswer = Static<typeof ProposalAnswer>;

/** What the school's list of people says to a proposal: for the adviser alone. */
export const Standing = Type.Enum(["clear", "look", "barred"]);
export type Standing = Static<typeof Standing>;

export const Proposal = Type.Object({
  id: Id,
  name: Type.String(),
  line: Type.String(),
  knownFrom: Type.String(),
  email: Maybe(Type.String()),
  language: Type.String(),
  isMinor: Type.Boolean(),
  state: Type.Enum(["proposed", "declined", "withdrawn"]),
  proposedAt: Instant,
  answer: Type.String(),
  standing: Type.Union([Standing, Type.Null()]),
  /** Who signs in with this address already. */
  belongsTo: Maybe(Type.String()),
});
export type Proposal = Static<typeof Proposal>;

export const Mentor = Type.Object({
  mentorId: Id,
  name: Type.String(),
  line: Type.String(),
  email: Maybe(Type.String()),
  isMinor: Type.Boolean(),
  state: Type.Enum(["approved", "expired", "ended"]),
  untilOn: Maybe(Day),
  numbers: Type.Boolean(),
  record: Type.Boolean(),
  endedAs: Maybe(Type.String()),
  endedBecause: Type.String(),
  itemsGiven: Type.Integer(),
});
export type Mentor = Static<typeof Mentor>;

/** Everybody at a student's side, and what this reader may do about it. */
export const MentorsOf = Type.Object({
  student: Type.Object({ id: Id, name: Type.String(), givenName: Type.String() }),
  proposals: Type.Array(Proposal),
  mentors: Type.Array(Mentor),
  /** The conference still to come that a mentor may be asked to. */
  coming: Type.Union([Type.Object({ id: Id, startsAt: Instant, zone: Type.String() }), Type.Null()]),
  /** Until when a mentor may look, unless the adviser says otherwise. */
  untilOn: Maybe(Day),
  isOwn: Type.Boolean(),
  mayPropose: Type.Boolean(),
  mayAnswer: Type.Boolean(),
  mayConsent: Type.Boolean(),
  mayEnd: Type.Boolean(),
});
export type MentorsOf = Static<typeof MentorsOf>;

/** One consent as it was and as it shall be. */
export const ConsentChange = Body({
  field: Type.Enum(["numbers", "record"]),
  base: Type.Boolean(),
  value: Type.Boolean(),
});
export type ConsentChange = Static<typeof ConsentChange>;

/** The end of it, with a word; a family's end is an objection. */
export const MentorshipEnd = Body({ because: Prose(500) });
export type MentorshipEnd = Static<typeof MentorshipEnd>;

/** One thing that was shown, and whether the mentor may keep seeing it. */
export const ChoosableItem = Type.Object({
  id: Id,
  kind: Type.Enum(["work", "strengths", "goal", "result", "promise"]),
  title: Type.String(),
  shownOn: Day,
  season: Type.String(),
  /** A number: seen only with consent. */
  isNumber: Type.Boolean(),
  given: Type.Boolean(),
});
export type ChoosableItem = Static<typeof ChoosableItem>;
export const ChoosableItems = Type.Object({ items: Type.Array(ChoosableItem) });
export type ChoosableItems = Static<typeof ChoosableItems>;

export const StudentParams = Type.Object({ studentId: Id });
export const ProposalParams = Type.Object({ proposalId: Id });
export const MentorParams = Type.Object({ studentId: Id, mentorId: Id });
export const MentorItemParams = Type.Object({ studentId: Id, mentorId: Id, itemId: Id });
