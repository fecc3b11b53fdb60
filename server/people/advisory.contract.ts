import { Type, type Static } from "typebox";
import { Id, Instant, Maybe } from "#server/http/shapes.contract.ts";
import { Readiness } from "#server/readiness/readiness.contract.ts";
import { CreditFlag } from "#server/transcripts/transcript.contract.ts";
import { Season } from "#server/seasons/season.contract.ts";

/** A conference as a line in the advisory: when, how far, and what became of its record. */
export const AdvisoryConference = Type.Object({
  id: Id,
  startsAt: Instant,
  state: Type.String(),
  outcome: Maybe(Type.String()),
  recordState: Maybe(Type.String()),
});
export type AdvisoryConference = Static<typeof AdvisoryConference>;

/** One student of an advisory with what is there and what is missing for this season. */
export const AdvisoryStudent = Type.Object({
  id: Id,
  name: Type.String(),
  ownScriptName: Maybe(Type.String()),
  grade: Type.Integer(),
  conferences: Type.Array(AdvisoryConference),
  readiness: Type.Union([Readiness, Type.Null()]),
  /** Something about her credits to plan for; null while she is on track or nothing is counted yet. */
  flag: Type.Union([CreditFlag, Type.Null()]),
});
export type AdvisoryStudent = Static<typeof AdvisoryStudent>;

export const Advisory = Type.Object({
  id: Id,
  name: Type.String(),
  room: Maybe(Type.String()),
  part: Type.String(),
  zone: Type.String(),
  season: Type.Union([Season, Type.Null()]),
  students: Type.Array(AdvisoryStudent),
});
export type Advisory = Static<typeof Advisory>;

export const AdvisoryList = Type.Object({ advisories: Type.Array(Advisory) });
export type AdvisoryList = Static<typeof AdvisoryList>;
