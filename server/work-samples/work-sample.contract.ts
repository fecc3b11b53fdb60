import { Type, type Static } from "typebox";
import { Body, Day, Id, Instant, LanguageTag, Line, Maybe, Prose } from "#server/http/shapes.contract.ts";
import { Reflection } from "#server/reflections/reflection.contract.ts";
import { LinkWarning, Stage, WorkVersion } from "./work-version.contract.ts";

/** What a piece belongs to; “other” where none of the eight fits. */
export const Subject = Type.Union([
  Type.Literal("english"),
  Type.Literal("math"),
  Type.Literal("science"),
  Type.Literal("history"),
  Type.Literal("language"),
  Type.Literal("arts"),
  Type.Literal("health"),
  Type.Literal("career"),
  Type.Literal("other"),
]);
export type Subject = Static<typeof Subject>;

const pieceFields = {
  id: Id,
  studentId: Id,
  title: Type.String(),
  subject: Subject,
  madeOn: Maybe(Day),
  language: Type.String(),
  sharedWithAdviser: Type.Boolean(),
  submittedToClass: Type.Boolean(),
  createdAt: Instant,
};

/** A piece as it stands on the shelf: its newest version, long text cut short. */
export const WorkSampleOnShelf = Type.Object({
  ...pieceFields,
  versions: Type.Integer(),
  /** How many questions about it have an answer this person may read. */
  reflections: Type.Integer(),
  /** How often somebody said something about it; of that, what the student has not had before her. */
  feedback: Type.Integer(),
  newFeedback: Type.Integer(),
  current: WorkVersion,
});
export type WorkSampleOnShelf = Static<typeof WorkSampleOnShelf>;

/** A page of the shelf, newest first; `next` is where the following page begins, null at the end. */
export const Shelf = Type.Object({
  workSamples: Type.Array(WorkSampleOnShelf),
  /** How many pieces there are with these words in this subject. */
  found: Type.Integer(),
  /** What stands on the whole shelf, whatever was looked for. */
  total: Type.Integer(),
  subjects: Type.Array(Subject),
  next: Maybe(Id),
});
export type Shelf = Static<typeof Shelf>;

/** A portfolio the piece hangs in. */
export const Hanging = Type.Object({
  portfolioId: Id,
  seasonId: Id,
  season: Type.String(),
  section: Type.String(),
});
export type Hanging = Static<typeof Hanging>;

const Named = Type.Object({ id: Id, name: Type.String() });

/** A piece with everything this person may see of it. */
export const WorkSample = Type.Object({
  ...pieceFields,
  asked: Type.String(),
  classId: Maybe(Id),
  className: Type.Union([Type.String(), Type.Null()]),
  archived: Type.Boolean(),
  student: Named,
  /** Who made it together with the student. */
  coAuthors: Type.Array(Named),
  versions: Type.Array(WorkVersion),
  reflections: Type.Array(Reflection),
  hangsIn: Type.Array(Hanging),
  /** The student's classes, for whoever may hand the piece in to one. */
  classes: Type.Array(Named),
  mayEdit: Type.Boolean(),
});
export type WorkSample = Static<typeof WorkSample>;

const ofText = { kind: Type.Literal("text"), stage: Stage, body: Line(100_000) };
const ofFile = { kind: Type.Literal("file"), stage: Stage, fileId: Id, altText: Prose(1_000) };
const ofLink = { kind: Type.Literal("link"), stage: Stage, url: Line(2_000) };

/** Another version: words written here, a file of the student's own, or a link. */
export const NewVersion = Type.Union([Body(ofText), Body(ofFile), Body(ofLink)]);
export type NewVersion = Static<typeof NewVersion>;

/** A piece with its first version. */
export const NewWorkSample = Body({
  title: Line(300),
  subject: Subject,
  madeOn: Maybe(Day),
  asked: Prose(),
  sharedWithAdviser: Type.Boolean(),
  language: LanguageTag,
  version: NewVersion,
});
export type NewWorkSample = Static<typeof NewWorkSample>;

/** The reply to a new piece or version. */
export const AddedVersion = Type.Object({ id: Id, versionId: Id, warning: LinkWarning });
export type AddedVersion = Static<typeof AddedVersion>;

const edit = <F extends string, V extends Parameters<typeof Type.Union>[0][number]>(field: F, value: V) =>
  Body({ field: Type.Literal(field), base: value, value });

/** One field changed: what stood there, and what it is to be. */
export const PieceEdit = Type.Union([
  edit("title", Line(300)),
  edit("subject", Subject),
  edit("madeOn", Maybe(Day)),
  edit("asked", Prose()),
  edit("sharedWithAdviser", Type.Boolean()),
  edit("submittedToClass", Type.Boolean()),
  edit("classId", Maybe(Id)),
  edit("language", LanguageTag),
  edit("archived", Type.Boolean()),
]);
export type PieceEdit = Static<typeof PieceEdit>;

const editOfVersion = <F extends string, V extends Parameters<typeof Type.Union>[0][number]>(
  field: F,
  value: V,
) => Body({ field: Type.Literal(field), versionId: Id, base: value, value });

export const VersionEdit = Type.Union([
  editOfVersion("altText", Prose(1_000)),
  editOfVersion("stage", Stage),
]);
export type VersionEdit = Static<typeof VersionEdit>;

export const WorkSampleEdit = Type.Union([...PieceEdit.anyOf, ...VersionEdit.anyOf]);
export type WorkSampleEdit = PieceEdit | VersionEdit;

export const WorkSampleParams = Type.Object({ workSampleId: Id });
/** What is looked for on the shelf: every word has to be found, whatever its accents. */
export const ShelfQuery = Type.Object(
  {
    words: Type.Optional(Type.String({ maxLength: 200 })),
    subject: Type.Optional(Subject),
    after: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type ShelfQuery = Static<typeof ShelfQuery>;

export const ShelfParams = Type.Object({ studentId: Id });
