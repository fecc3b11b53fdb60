import { Type, type Static } from "typebox";
import { Body, Day, Id, Line, Maybe } from "#server/http/shapes.contract.ts";

/** A round of conferences at one school. */
export const Season = Type.Object({
  id: Id,
  schoolId: Id,
  name: Type.String(),
  code: Type.String(),
  startsOn: Day,
  endsOn: Day,
  minutes: Type.Integer(),
  state: Type.String(),
});
export type Season = Static<typeof Season>;

export const SeasonList = Type.Object({ seasons: Type.Array(Season) });
export type SeasonList = Static<typeof SeasonList>;

export const SeasonParams = Type.Object({ seasonId: Id });

/** Being planned; in preparation; portfolios stand still; over. */
export const SeasonState = Type.Union([
  Type.Literal("draft"),
  Type.Literal("open"),
  Type.Literal("frozen"),
  Type.Literal("closed"),
]);
export type SeasonState = Static<typeof SeasonState>;

const Name = Line(80);
/** Stands in record numbers, "2026-F". */
const Code = Type.String({ pattern: "^[A-Z0-9]+(-[A-Z0-9]+)*$", maxLength: 12 });
const Minutes = Type.Integer({ minimum: 10, maximum: 90 });
const Pieces = Type.Integer({ minimum: 1, maximum: 20 });
/** A file of templates/. */
const TemplateKey = Type.String({ pattern: "^[a-z][a-z0-9-]*$", maxLength: 40 });
const Advisories = Type.Array(Id, { maxItems: 500, uniqueItems: true });

/** A season as its school's staff read it. */
export const SeasonSettings = Type.Object({
  ...Season.properties,
  state: SeasonState,
  agenda: Type.String(),
  /** The school's own form its records come on; null is the form as it comes. */
  recordTemplateId: Maybe(Id),
  pieces: Type.Integer(),
  /** Those that take part; none named means the whole school. */
  advisories: Type.Array(Id),
  mayChange: Type.Boolean(),
});
export type SeasonSettings = Static<typeof SeasonSettings>;

/** What may be chosen for a season, and what its state may become now. */
export const SeasonPage = Type.Object({
  season: SeasonSettings,
  moves: Type.Array(SeasonState),
  /** Finished records carry its code, so that it stays as it is. */
  hasNumbers: Type.Boolean(),
  agendas: Type.Array(
    Type.Object({
      key: Type.String(),
      segments: Type.Array(
        Type.Object({ key: Type.String(), minutes: Type.Integer(), showsWork: Type.Boolean() }),
      ),
    }),
  ),
  /** The school's forms that are published, in the version records begin with now. */
  recordTemplates: Type.Array(Type.Object({ id: Id, name: Type.String(), version: Type.Integer() })),
  advisories: Type.Array(
    Type.Object({ id: Id, name: Type.String(), advisers: Type.String(), students: Type.Integer() }),
  ),
});
export type SeasonPage = Static<typeof SeasonPage>;

/** A season begun anew, or after the pattern of an earlier one. */
export const NewSeason = Body({
  schoolId: Id,
  name: Name,
  code: Code,
  startsOn: Day,
  endsOn: Day,
  copyOf: Type.Union([Id, Type.Null()]),
});
export type NewSeason = Static<typeof NewSeason>;

const change = <F extends string, V extends Parameters<typeof Body>[0][string]>(field: F, value: V) =>
  Body({ field: Type.Literal(field), base: value, value });

/** One field as it was and as it shall be. */
export const SeasonChange = Type.Union([
  change("name", Name),
  change("code", Code),
  change("startsOn", Day),
  change("endsOn", Day),
  change("minutes", Minutes),
  change("pieces", Pieces),
  change("agenda", TemplateKey),
  change("recordTemplateId", Maybe(Id)),
  change("advisories", Advisories),
  change("state", SeasonState),
]);
export type SeasonChange = Static<typeof SeasonChange>;
