import { Type, type Static } from "typebox";
import { Body, Day, Id, Instant, LanguageTag, Line, Maybe } from "#server/http/shapes.contract.ts";

/** The one next thing a guardian can do for a child. */
export const NextStep = Type.Union([
  Type.Literal("wait"),
  Type.Literal("answer"),
  Type.Literal("come"),
  Type.Literal("look"),
  Type.Literal("read"),
  Type.Literal("promise"),
  Type.Literal("note"),
  Type.Literal("done"),
  Type.Literal("passed"),
  Type.Literal("closed"),
]);
export type NextStep = Static<typeof NextStep>;

/** When and where the family is expected; only for those who may come. */
export const ComingConference = Type.Object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  place: Type.String(),
  link: Type.String(),
  mode: Type.String(),
  zone: Type.String(),
  adviserName: Type.String(),
  state: Type.String(),
  /** The six questions before it, as far as her household answered them. */
  questions: Type.Object({ answered: Type.Integer(), isFinished: Type.Boolean() }),
});
export type ComingConference = Static<typeof ComingConference>;

/** The last conference that was held, to look back on. */
export const PastConference = Type.Object({
  id: Id,
  heldOn: Day,
  adviserName: Type.String(),
  recordReady: Type.Boolean(),
  acknowledged: Type.Boolean(),
  promisesToAnswer: Type.Integer(),
  noteWritten: Type.Boolean(),
  /** She came, or joined by video. */
  came: Type.Boolean(),
});
export type PastConference = Static<typeof PastConference>;

/** One child on a guardian's home. */
export const ChildCard = Type.Object({
  studentId: Id,
  givenName: Type.String(),
  name: Type.String(),
  grade: Type.Integer(),
  schoolName: Type.String(),
  schoolPhone: Type.Union([Type.String(), Type.Null()]),
  next: NextStep,
  /** She may ask the adviser something. */
  mayAsk: Type.Boolean(),
  /** The day the rights pass to a child who is nearly 18. */
  rightsPassOn: Maybe(Day),
  /** When she asked a child of 18 to let her in again. */
  askedOn: Maybe(Day),
  coming: Type.Union([ComingConference, Type.Null()]),
  past: Type.Union([PastConference, Type.Null()]),
});
export type ChildCard = Static<typeof ChildCard>;

export const ReviewList = Type.Object({ children: Type.Array(ChildCard) });
export type ReviewList = Static<typeof ReviewList>;

export const FamilyNote = Type.Object({
  id: Id,
  conferenceId: Id,
  authorName: Type.String(),
  body: Type.String(),
  language: Type.String(),
  writtenAt: Instant,
  readAt: Maybe(Instant),
  mine: Type.Boolean(),
});
export type FamilyNote = Static<typeof FamilyNote>;

export const FamilyNotes = Type.Object({ notes: Type.Array(FamilyNote) });
export type FamilyNotes = Static<typeof FamilyNotes>;

/** What a family reads and answers after a conference; what was shown and the record have addresses of their own. */
export const Review = Type.Object({
  conferenceId: Id,
  seasonId: Id,
  student: Type.Object({ id: Id, name: Type.String(), givenName: Type.String() }),
  heldOn: Day,
  adviserName: Type.String(),
  presentationIds: Type.Array(Id),
  /** She came, or joined by video: then she can say that she took part. */
  came: Type.Boolean(),
  /** Her household is asked how it was. */
  isAsked: Type.Boolean(),
  record: Type.Union([
    Type.Object({
      id: Id,
      number: Type.String(),
      version: Type.Integer(),
      revision: Type.Integer(),
      sealedAt: Instant,
      corrected: Type.Boolean(),
      /** What the school's own form is called, where the record comes on one as well. */
      schoolForm: Type.Union([Type.String(), Type.Null()]),
    }),
    Type.Null(),
  ]),
  /** The school took the record back: neither why nor what it said. */
  recordWithdrawn: Type.Boolean(),
  /** Something that was presented is hidden as a whole. */
  shownWithdrawn: Type.Boolean(),
  acknowledged: Type.Union([
    Type.Object({
      /** Given after the record was finished, so it has a slip of its own. */
      slipId: Type.Union([Id, Type.Null()]),
      givenAt: Instant,
      tookPart: Type.Boolean(),
      receivedCopy: Type.Boolean(),
      typedName: Type.String(),
      comment: Type.String(),
    }),
    Type.Null(),
  ]),
  notes: Type.Array(FamilyNote),
});
export type Review = Static<typeof Review>;

export const NewNote = Body({ body: Line(4_000), language: LanguageTag });
export type NewNote = Static<typeof NewNote>;

export const ConferenceParams = Type.Object({ conferenceId: Id });
export const StudentParams = Type.Object({ studentId: Id });
