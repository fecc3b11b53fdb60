import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Line, Maybe, Prose } from "#server/http/shapes.contract.ts";
import { Intervention } from "#server/interventions/intervention.contract.ts";
import { OwnSectionKey, RecordForm } from "#server/record-templates/definition/record-form.contract.ts";

export const RecordParams = Type.Object({ recordId: Id });
export const ConferenceParams = Type.Object({ conferenceId: Id });

/** Words, a day or a choice; a row of a list is its columns; null is empty. */
export const FieldValue = Type.Union([
  Type.Null(),
  Type.String({ maxLength: 4000 }),
  Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 1000 })),
]);
export type FieldValue = Static<typeof FieldValue>;

/** 'core', or the household whose annex it is. */
export const PartName = Type.String({ maxLength: 36, pattern: "^(core|[0-9a-f-]{36})$" });

/** One field saved: `base` is what the writer had before her. */
export const FieldSaving = Body({
  part: PartName,
  field: Type.String({ maxLength: 60 }),
  base: FieldValue,
  value: FieldValue,
  language: LanguageTag,
});
export type FieldSaving = Static<typeof FieldSaving>;

/** `voided`: people had already put their names to it, and must be asked again. */
export const FieldSaved = Type.Object({ revision: Type.Integer(), voided: Type.Boolean() });
export type FieldSaved = Static<typeof FieldSaved>;

export const FieldNow = Type.Object({
  part: Type.String(),
  field: Type.String(),
  value: FieldValue,
  language: Type.String(),
  revision: Type.Integer(),
});
export type FieldNow = Static<typeof FieldNow>;

export const RecordState = Type.Enum(["draft", "read-back", "sealed", "amended", "withdrawn", "erased"]);
export type RecordState = Static<typeof RecordState>;

/** Somebody's name under what was read aloud. */
export const Acknowledgement = Type.Object({
  id: Id,
  personId: Id,
  name: Type.String(),
  householdId: Maybe(Id),
  typedName: Type.String(),
  tookPart: Type.Boolean(),
  receivedCopy: Type.Boolean(),
  comment: Type.String(),
  language: Type.String(),
  method: Type.Enum(["hand-over", "link", "paper"]),
  givenAt: Instant,
  /** It came after the record was finished, so it has a slip of its own. */
  isLate: Type.Boolean(),
  /** The signed sheet itself, where it was noted from paper and somebody kept a picture. */
  scanFileId: Maybe(Id),
});
export type Acknowledgement = Static<typeof Acknowledgement>;

/** Somebody in the room, or asked into it. */
export const RoomPerson = Type.Object({
  personId: Id,
  name: Type.String(),
  givenName: Type.String(),
  part: Type.Enum(["guardian", "mentor", "interpreter", "guest", "staff"]),
  relationship: Type.String(),
  householdId: Maybe(Id),
  expected: Type.Enum(["present", "remote"]),
  attendance: Type.Union([Type.Enum(["present", "remote", "absent"]), Type.Null()]),
  /** When she had to go, if that was before the end. */
  leftAt: Maybe(Instant),
  /** Interpreters: the language they bring. */
  language: Maybe(Type.String()),
});
export type RoomPerson = Static<typeof RoomPerson>;

/** Somebody did not want to put her name at the hand-over, or will later; staff see it, no paper does. */
export const WithheldName = Type.Object({ personId: Id, because: Type.Enum(["declined", "later"]) });
export type WithheldName = Static<typeof WithheldName>;
export const Withholding = Body({ because: Type.Enum(["declined", "later"]) });
export type Withholding = Static<typeof Withholding>;
export const WithheldParams = Type.Object({ recordId: Id, personId: Id });

/** One try to reach the family. */
export const AttemptMade = Type.Object({ madeAt: Instant, way: Type.String(), result: Type.String() });
export type AttemptMade = Static<typeof AttemptMade>;

/** Everything the room needs at once. */
export const RecordReply = Type.Object({
  id: Id,
  conferenceId: Id,
  state: RecordState,
  revision: Type.Integer(),
  readBackRevision: Type.Union([Type.Integer(), Type.Null()]),
  number: Type.Union([Type.String(), Type.Null()]),
  sealedAt: Type.Union([Instant, Type.Null()]),
  zone: Type.String(),
  season: Type.Object({ id: Id, name: Type.String() }),
  student: Type.Object({
    personId: Id,
    name: Type.String(),
    givenName: Type.String(),
    grade: Type.Integer(),
  }),
  conference: Type.Object({
    state: Type.Enum(["planned", "live", "paused", "ended", "cancelled"]),
    outcome: Type.Union([Type.Enum(["held", "held-without-family", "stopped", "not-met"]), Type.Null()]),
    notMetBecause: Type.Union([Type.Enum(["no-show", "declined", "unreachable"]), Type.Null()]),
    startsAt: Instant,
    endsAt: Instant,
    startedAt: Type.Union([Instant, Type.Null()]),
    endedAt: Type.Union([Instant, Type.Null()]),
    place: Type.String(),
    mode: Type.String(),
    householdKey: Type.String(),
    /** The number of the record this meeting goes on from. */
    continuesNumber: Type.Union([Type.String(), Type.Null()]),
    /** Where a stopped meeting goes on, once its day is set. */
    goesOn: Type.Union([Type.Object({ id: Id, startsAt: Instant }), Type.Null()]),
  }),
  segments: Type.Array(Type.Object({ key: Type.String(), minutes: Type.Integer() })),
  /** What it asks for and in which order. */
  form: RecordForm,
  people: Type.Array(RoomPerson),
  households: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  fields: Type.Array(FieldNow),
  supportPlans: Type.Array(Intervention),
  acknowledgements: Type.Array(Acknowledgement),
  withheld: Type.Array(WithheldName),
  attempts: Type.Array(AttemptMade),
  /** Whom we wrote to when it was finished. */
  writtenTo: Type.Array(Type.String()),
  may: Type.Object({ writeAll: Type.Boolean(), writeOwn: Type.Boolean() }),
});
export type RecordReply = Static<typeof RecordReply>;

export const ChangesSince = Type.Object({
  /** A revision, as an address can carry it. */
  since: Type.String({ pattern: "^\\d{1,9}$" }),
  /** A name this page gave itself, so that two pages of one person are two. */
  device: Type.Optional(Id),
  /** It just changed what is no field: who came, a goal, the state of the meeting. */
  stirred: Type.Optional(Type.Literal("yes")),
});
export type ChangesSince = Static<typeof ChangesSince>;

/** What was saved after a revision, for a second device in the room. */
export const Changes = Type.Object({
  revision: Type.Integer(),
  state: RecordState,
  fields: Type.Array(FieldNow),
  /** The support plans as they now stand, when anything changed at all. */
  supportPlans: Type.Union([Type.Array(Intervention), Type.Null()]),
  /** Another device has the room open. */
  others: Type.Boolean(),
  /** One of them changed what is no field: look at the whole record again. */
  stirred: Type.Boolean(),
});
export type Changes = Static<typeof Changes>;

/** One thing that is still needed, and the place to give it. */
export const MissingThing = Type.Object({
  key: Type.String(),
  /** The section of the record to go to. */
  section: Type.String(),
  /** The field there, where it is one. */
  field: Type.Union([Type.String(), Type.Null()]),
  part: Type.Union([Type.String(), Type.Null()]),
});
export type MissingThing = Static<typeof MissingThing>;

export const Outcome = Type.Enum(["held", "held-without-family", "stopped", "not-met"]);
export type Outcome = Static<typeof Outcome>;
export const MissingQuery = Type.Object({ outcome: Type.Optional(Outcome) });
export const Missing = Type.Object({ outcome: Outcome, missing: Type.Array(MissingThing) });
export type Missing = Static<typeof Missing>;

export const AtRevision = Body({ revision: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }) });
export type AtRevision = Static<typeof AtRevision>;

export const ReadBack = Type.Object({ revision: Type.Integer() });
export type ReadBack = Static<typeof ReadBack>;

/** Signing says “I took part” and “I received a copy”: each its own tick, neither of them agreement. */
export const Acknowledging = Body({
  personId: Id,
  typedName: Line(120),
  tookPart: Type.Boolean(),
  receivedCopy: Type.Boolean(),
  comment: Prose(4000),
  language: LanguageTag,
  revision: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }),
  /** She signed a printed copy, and staff tick what she ticked. */
  onPaper: Type.Optional(Type.Boolean()),
});
export type Acknowledging = Static<typeof Acknowledging>;

/** The number it has from now on, and whom we wrote to. */
export const Sealed = Type.Object({
  number: Type.String(),
  version: Type.Integer(),
  digest: Type.String(),
  writtenTo: Type.Array(Type.String()),
});
export type Sealed = Static<typeof Sealed>;

/** Why a finished record is hidden; only administrators read it. */
/** A picture or PDF of the signed sheet, one of the writer's own files. */
export const ScanOfSheet = Body({ fileId: Id });

/** Letters of a record that no face here has: each is printed as a sign that one is missing. */
export const Unprintable = Type.Object({ letters: Type.Array(Type.String()) });
export type Unprintable = Static<typeof Unprintable>;

export const Withdrawal = Body({ because: Line(1000) });
export type Withdrawal = Static<typeof Withdrawal>;

const UsualCorrected = Type.Enum([
  "student",
  "participants",
  "proudWork",
  "strengths",
  "promises",
  "results",
  "family",
  "support",
  "goals",
  "next",
]);

/** A section of the usual form by its name on paper, or one its school added. */
export const CorrectedSection = Type.Union([UsualCorrected, OwnSectionKey]);

/** What should have been written, and why; it stands beside the version it corrects. */
export const Correcting = Body({
  version: Type.Integer({ minimum: 1, maximum: 10_000 }),
  /** Whose copy it stands in: everybody's, or one household's annex. */
  part: PartName,
  section: CorrectedSection,
  what: Line(2000),
  because: Line(1000),
  language: LanguageTag,
});
export type Correcting = Static<typeof Correcting>;

export const Corrected = Type.Object({ version: Type.Integer() });

export const AcknowledgementParams = Type.Object({ recordId: Id, acknowledgementId: Id });
/** The languages the form is printed in. */
export const PaperLanguage = Type.Enum(["en", "es", "ar"]);
export type PaperLanguage = Static<typeof PaperLanguage>;

export const PdfQuery = Type.Object({ language: Type.Optional(PaperLanguage) });
