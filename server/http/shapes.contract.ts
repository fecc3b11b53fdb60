import { Type, type Static, type TProperties } from "typebox";

/** A UUID made by the app. */
export const Id = Type.String({ format: "uuid" });

/** A calendar day, "2026-05-12". */
export const Day = Type.String({ format: "date" });

/** An instant in UTC, "2026-05-12T18:40:00.000Z". */
export const Instant = Type.String({ format: "date-time" });

/** A language tag such as "es" or "zh-Hant" (BCP 47, the part we use). */
export const LanguageTag = Type.String({ pattern: "^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?$", maxLength: 12 });

/** One line of text, not empty. */
export const Line = (maxLength = 200) => Type.String({ minLength: 1, maxLength, pattern: "\\S" });

/** Text of any number of lines, possibly empty. */
export const Prose = (maxLength = 10_000) => Type.String({ maxLength });

/** A value, or null where there is none. */
export const Maybe = <T extends ReturnType<typeof Type.String>>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** A request body: fields it does not name are refused, not ignored. */
export const Body = <T extends TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

/** A reply without content. */
export const Nothing = Type.Null();

/** The identity of something just made. */
export const Made = Type.Object({ id: Id });
export type Made = Static<typeof Made>;

/** How every error reads (RFC 9457). */
export const ProblemReply = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  field: Type.Optional(Type.String()),
  current: Type.Optional(Type.Unknown()),
  values: Type.Optional(Type.Record(Type.String(), Type.Number())),
});
export type ProblemReply = Static<typeof ProblemReply>;
