import { Type, type Static } from "typebox";

import { RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { CurrentGrade, GraduationAudit } from "#server/transcripts/transcript.contract.ts";

const Text = Type.String();
const MaybeText = Type.Union([Type.String(), Type.Null()]);

/** What somebody wrote, and in which language. */
export const Written = Type.Object({ text: Text, language: Text });
export type Written = Static<typeof Written>;

/** What a person said of somebody's words in another language; the words themselves stay as they were written. */
export const TranslationSaid = Type.Object({
  source: Text,
  language: Text,
  words: Text,
  by: Text,
  at: Text,
});
export type TranslationSaid = Static<typeof TranslationSaid>;

/** A piece of work as it was called when it was shown. */
export const PieceShown = Type.Object({ title: Text, language: Text });
export type PieceShown = Static<typeof PieceShown>;

/** Who came, and why she may hear grades and results. */
export const Attended = Type.Object({
  name: Text,
  ownScriptName: MaybeText,
  part: Text,
  relationship: Text,
  attendance: MaybeText,
  /** When she had to go, if that was before the end; older records do not say. */
  leftAt: Type.Optional(MaybeText),
  /** Interpreters: the language they brought. */
  language: MaybeText,
});
export type Attended = Static<typeof Attended>;

/** Who does what for a goal, and what became of it. */
export const Promised = Type.Object({
  goalId: Text,
  side: Type.Enum(["student", "family", "school"]),
  wording: Written,
  owner: Text,
  byOn: MaybeText,
  state: Text,
  kept: MaybeText,
  keptNote: Text,
});
export type Promised = Static<typeof Promised>;

export const GoalSaid = Type.Object({
  id: Text,
  wording: Written,
  category: Text,
  measure: Text,
  dueOn: MaybeText,
  outcome: MaybeText,
  outcomeNote: Text,
  promises: Type.Array(Promised),
});
export type GoalSaid = Static<typeof GoalSaid>;

export const ResultSeen = Type.Object({
  test: Text,
  area: Text,
  schoolYear: Text,
  window: Text,
  takenOn: MaybeText,
  notTestedBecause: MaybeText,
  score: Type.Union([Type.Number(), Type.Null()]),
  standardError: Type.Union([Type.Number(), Type.Null()]),
  band: MaybeText,
  growth: Type.Union([Type.Number(), Type.Null()]),
  growthExpected: Type.Union([Type.Number(), Type.Null()]),
  normYear: Type.Union([Type.Integer(), Type.Null()]),
  cutTable: MaybeText,
  /** Only where the school's form asks for it. */
  percentile: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
});
export type ResultSeen = Static<typeof ResultSeen>;

/** A grade with the instant it was true at. */
export const GradeSeen = Type.Omit(CurrentGrade, ["id"]);
export type GradeSeen = Static<typeof GradeSeen>;

/** One row of a list, such as a question with what was agreed and who owns it. */
export const Row = Type.Object({ id: Text, language: Text, columns: Type.Record(Text, Text) });
export type Row = Static<typeof Row>;

export const Planned = Type.Object({
  id: Text,
  need: Text,
  action: Text,
  provider: Text,
  startsOn: MaybeText,
  frequency: Text,
  measure: Text,
  reviewOn: MaybeText,
});
export type Planned = Static<typeof Planned>;

export const Signed = Type.Object({
  personId: Text,
  name: Text,
  role: Text,
  typedName: Text,
  tookPart: Type.Boolean(),
  receivedCopy: Type.Boolean(),
  comment: Written,
  method: Text,
  givenAt: Text,
});
export type Signed = Static<typeof Signed>;

/** What was said in the room: in the core when everyone met together, in a household's annex when it met apart. */
const Room = Type.Object({
  attendance: Type.Array(Attended),
  attempts: Type.Array(Type.Object({ madeAt: Text, way: Text, result: Text })),
  celebrations: Type.Union([Written, Type.Null()]),
  concerns: Type.Union([Written, Type.Null()]),
  /** Who said it, by name; older records do not say. */
  celebrationsBy: Type.Optional(Text),
  concernsBy: Type.Optional(Text),
  questions: Type.Array(Row),
});
export type Room = Static<typeof Room>;

/** A mistake set right after finishing: from which version on, where, what and why. */
export const CorrectionMade = Type.Object({
  version: Type.Integer(),
  section: Text,
  what: Written,
  because: Written,
  by: Text,
  at: Text,
});
export type CorrectionMade = Static<typeof CorrectionMade>;

/** What the adviser adds to the page for home, and what the school says of its classes there. */
export const AtHomeSaid = Type.Object({
  questions: Type.Array(Row),
  activities: Type.Array(Row),
  resources: Type.Array(Row),
  /** One a language. */
  classes: Type.Array(Written),
});
export type AtHomeSaid = Static<typeof AtHomeSaid>;

/** The number and version a sealed record carries. */
export const Seal = Type.Object({
  number: Text,
  version: Type.Integer(),
  sealedAt: Text,
  sealedBy: Text,
});
export type Seal = Static<typeof Seal>;

/** The part every reader of the record shares. */
export const Core = Type.Object({
  /** 2 since it carries grades and credits. */
  schemaVersion: Type.Enum([1, 2]),
  kind: Type.Literal("core"),
  template: Text,
  /** What it asked for, by the school's own name and version where it has one; records finished before forms could differ do not say. */
  form: Type.Optional(RecordForm),
  /** The form it is drawn after ever since, by its SHA-256; once it is sealed. */
  edition: Type.Optional(Text),
  /** Where anyone holding a copy could check it when it was sealed. */
  checkAt: Type.Optional(Text),
  seal: Type.Union([Seal, Type.Null()]),
  school: Type.Object({ name: Text, code: Text, zone: Text }),
  season: Type.Object({ name: Text, code: Text, startsOn: Text }),
  student: Type.Object({
    name: Text,
    givenName: Text,
    ownScriptName: MaybeText,
    grade: Type.Integer(),
    cohortYear: Type.Integer(),
    studentNumber: Text,
  }),
  adviser: Text,
  conference: Type.Object({
    startsAt: Text,
    endsAt: Text,
    startedAt: MaybeText,
    endedAt: MaybeText,
    place: Text,
    mode: Text,
    language: Text,
    outcome: MaybeText,
    notMetBecause: MaybeText,
    apart: Type.Boolean(),
    /** The number of the record this meeting went on from, if it did. */
    continues: Type.Optional(MaybeText),
  }),
  /** Null where a household met apart: then it is in its annex. */
  room: Type.Union([Room, Type.Null()]),
  fields: Type.Record(Text, Written),
  /** The work shown at this conference, in the order of the stage. */
  shown: Type.Array(PieceShown),
  needs: Type.Array(Row),
  lastGoals: Type.Object({ season: MaybeText, goals: Type.Array(GoalSaid) }),
  results: Type.Array(ResultSeen),
  grades: Type.Array(GradeSeen),
  /** Where the student stands for graduation, by each plan in the version named. */
  credits: Type.Array(GraduationAudit),
  goals: Type.Array(GoalSaid),
  supportPlans: Type.Array(Planned),
  signed: Type.Array(Signed),
  corrections: Type.Optional(Type.Array(CorrectionMade)),
  /** What was asked of subject teachers; older records asked nothing. */
  teachers: Type.Optional(Type.Array(Row)),
  /** Older records have no page for home. */
  atHome: Type.Optional(AtHomeSaid),
  translations: Type.Optional(Type.Array(TranslationSaid)),
});
export type Core = Static<typeof Core>;

/** A household's own part: never in another household's copy. */
export const Annex = Type.Object({
  schemaVersion: Type.Literal(1),
  kind: Type.Literal("annex"),
  seal: Type.Union([Seal, Type.Null()]),
  householdId: Text,
  household: Text,
  room: Type.Union([Room, Type.Null()]),
  fields: Type.Record(Text, Written),
  /** Home's promises, of this season's goals and of the last. */
  promises: Type.Array(Promised),
  lastPromises: Type.Array(Promised),
  signed: Type.Array(Signed),
  corrections: Type.Optional(Type.Array(CorrectionMade)),
  translations: Type.Optional(Type.Array(TranslationSaid)),
});
export type Annex = Static<typeof Annex>;

/** A record as somebody may read it: the core, and the annexes open to her. */
export const RecordContent = Type.Object({ core: Core, annexes: Type.Array(Annex) });
export type RecordContent = Static<typeof RecordContent>;

/** The same with how it stands: a draft has no version yet. */
export const RecordReading = Type.Object({
  ...RecordContent.properties,
  recordId: Type.String(),
  isDraft: Type.Boolean(),
  version: Type.Union([Type.Integer(), Type.Null()]),
  digest: MaybeText,
  /** Whether this reader may correct or withdraw it. */
  mayCorrect: Type.Boolean(),
  /** Who hid it, when and why; administrators alone still read it then. */
  withdrawn: Type.Union([Type.Object({ by: Text, at: Text, because: Text }), Type.Null()]),
  /** What the school's own form is called, where a finished record comes on one as well. */
  schoolForm: MaybeText,
  /** What it asked for and in which order, by its school's names. */
  form: RecordForm,
});
export type RecordReading = Static<typeof RecordReading>;
