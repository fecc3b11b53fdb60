import { Type, type Static } from "typebox";
import { Body, Day, Id, Instant, Maybe } from "#server/http/shapes.contract.ts";
import { AgendaPart, SectionKey } from "../portfolio.contract.ts";
import { Shown, ShownTo } from "../shown.contract.ts";
import { Hidden, WithdrawnItem } from "../withdrawals/withdrawal.contract.ts";

const Named = Type.Object({ id: Id, name: Type.String(), givenName: Type.String() });

/** One thing on the stage: what would be shown, or what is being shown. */
export const StageItem = Type.Object({
  /** Of the frozen item once the presentation runs, else made up for this reading. */
  id: Type.String(),
  audience: ShownTo,
  workSampleId: Maybe(Id),
  shown: Shown,
  /** The presenter's own prompt: sent to the student alone, and never frozen. */
  note: Type.Optional(Type.String()),
});
export type StageItem = Static<typeof StageItem>;

const Running = Type.Object({
  id: Id,
  number: Type.Integer(),
  startedAt: Instant,
  /** Until when the start can be taken back. */
  undoUntil: Instant,
});

/** The whole evening on the student's screen: the agenda's minutes and everything to show, in order. */
export const Stage = Type.Object({
  student: Named,
  isOwn: Type.Boolean(),
  conference: Type.Union([
    Type.Object({ id: Id, state: Type.String(), startsAt: Instant, minutes: Type.Integer() }),
    Type.Null(),
  ]),
  /** False when somebody is expected who may not see grades and results: then none is sent to this screen. */
  mayShowNumbers: Type.Boolean(),
  /** Things with numbers that are kept for those entitled to them and stay off this screen. */
  keptBack: Type.Integer(),
  agenda: Type.Array(AgendaPart),
  items: Type.Array(StageItem),
  presentation: Type.Union([Running, Type.Null()]),
  /** The day of an earlier part of this conference, when it goes on today. */
  begunOn: Maybe(Day),
  mayStart: Type.Boolean(),
});
export type Stage = Static<typeof Stage>;

export const StageParams = Type.Object({ conferenceId: Id });
export const RehearsalParams = Type.Object({ portfolioId: Id });
export const PresentationParams = Type.Object({ presentationId: Id });

/** How it begins: with the grades and results she chose on the screen, or with none; kept for those entitled they are in any case. */
export const PresentationStart = Body({ withNumbers: Type.Boolean() });
export type PresentationStart = Static<typeof PresentationStart>;

export const StartedPresentation = Type.Object({
  id: Id,
  number: Type.Integer(),
  startedAt: Instant,
  undoUntil: Instant,
});
export type StartedPresentation = Static<typeof StartedPresentation>;

/** A piece somebody asked to see. */
export const UnplannedPiece = Body({ workSampleId: Id, segment: SectionKey });
export type UnplannedPiece = Static<typeof UnplannedPiece>;

export const EndedPresentation = Type.Object({ digest: Type.String() });
export type EndedPresentation = Static<typeof EndedPresentation>;

/** One thing as it was shown. */
export const PresentedItem = Type.Object({
  id: Id,
  position: Type.Integer(),
  audience: ShownTo,
  workSampleId: Maybe(Id),
  shown: Shown,
});
export type PresentedItem = Static<typeof PresentedItem>;

/** A presentation as this person may see it; the day is said, times are for those who ran it. */
export const Presentation = Type.Object({
  id: Id,
  number: Type.Integer(),
  state: Type.Union([
    Type.Literal("open"),
    Type.Literal("ended"),
    Type.Literal("undone"),
    Type.Literal("withdrawn"),
  ]),
  shownOn: Day,
  student: Named,
  season: Type.String(),
  digest: Type.Union([Type.String(), Type.Null()]),
  items: Type.Array(PresentedItem),
  withdrawn: Type.Array(WithdrawnItem),
  /** Of a presentation that is hidden as a whole: by whom and why, for those who must know. */
  hidden: Type.Union([Hidden, Type.Null()]),
  mayWithdraw: Type.Boolean(),
});
export type Presentation = Static<typeof Presentation>;
