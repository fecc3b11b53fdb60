import { Type, type Static } from "typebox";
import { Body, Day, Id, Instant, Maybe, Prose } from "#server/http/shapes.contract.ts";
import { ShownWork } from "./shown.contract.ts";
import { StageThing } from "./stage-choices/stage-choice.contract.ts";

/** A key of the agenda in which work is shown, or 'own-' and the id of a section the student made. */
export const SectionKey = Type.String({ pattern: "^[a-z][a-z0-9-]*$", maxLength: 40 });

/** A part of the conference; the name is of a section the student made, the others' are words of the screen. */
export const AgendaPart = Type.Object({
  key: Type.String(),
  minutes: Type.Integer(),
  name: Type.Optional(Type.String()),
});
export type AgendaPart = Static<typeof AgendaPart>;

/** A piece on the wall. The note is for nobody but the student: it is not even sent to anyone else. */
export const HungPiece = Type.Object({
  id: Id,
  workSampleId: Id,
  privateNote: Type.Optional(Type.String()),
  /** The one question shown, when only what she wrote is and not the piece. */
  prompt: Maybe(Type.String()),
  piece: ShownWork,
});
export type HungPiece = Static<typeof HungPiece>;

export const PortfolioSection = Type.Object({
  key: Type.String(),
  /** Of a section the student made: its id and its name. */
  own: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  minutes: Type.Integer(),
  /** How many pieces belong here at least. */
  required: Type.Integer(),
  items: Type.Array(HungPiece),
});
export type PortfolioSection = Static<typeof PortfolioSection>;

export const Portfolio = Type.Object({
  id: Id,
  mayEdit: Type.Boolean(),
  agenda: Type.Array(AgendaPart),
  sections: Type.Array(PortfolioSection),
  /** Goals, results and grades, which stand in the conference by themselves unless she leaves them out. */
  things: Type.Array(StageThing),
});
export type Portfolio = Static<typeof Portfolio>;

/** The portfolio for the open season, none when there is no season or the student has not looked yet. */
export const PortfolioPage = Type.Object({
  student: Type.Object({ id: Id, name: Type.String(), givenName: Type.String() }),
  season: Type.Union([
    Type.Object({
      id: Id,
      name: Type.String(),
      startsOn: Day,
      endsOn: Day,
      /** What hangs stays as it is; notes may still be written. */
      isFrozen: Type.Boolean(),
    }),
    Type.Null(),
  ]),
  portfolio: Type.Union([Portfolio, Type.Null()]),
  /** The conference it is made for, once one is arranged. */
  conference: Type.Union([
    Type.Object({
      id: Id,
      startsAt: Instant,
      minutes: Type.Integer(),
      /** False when somebody is expected who may not see grades and results. */
      mayShowNumbers: Type.Boolean(),
    }),
    Type.Null(),
  ]),
});
export type PortfolioPage = Static<typeof PortfolioPage>;

export const PortfolioStudentParams = Type.Object({ studentId: Id });
export const PortfolioParams = Type.Object({ portfolioId: Id });
export const PortfolioItemParams = Type.Object({ itemId: Id });

/** Where a piece hangs: in which section and after which other one, null for first. */
const place = { section: SectionKey, after: Maybe(Id) };

/** The key of a question she answered. */
const Prompt = Type.String({ minLength: 1, maxLength: 60 });

export const NewHanging = Body({
  workSampleId: Id,
  ...place,
  privateNote: Prose(4_000),
  prompt: Type.Optional(Maybe(Prompt)),
});
export type NewHanging = Static<typeof NewHanging>;

export const Placing = Body(place);
export type Placing = Static<typeof Placing>;

/** Her private note, or whether the piece is shown or only one thing she wrote about it. */
export const HangingRevision = Type.Union([
  Body({ field: Type.Literal("privateNote"), base: Prose(4_000), value: Prose(4_000) }),
  Body({ field: Type.Literal("prompt"), base: Maybe(Prompt), value: Maybe(Prompt) }),
]);
export type HangingRevision = Static<typeof HangingRevision>;
