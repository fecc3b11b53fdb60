import { Type, type Static } from "typebox";
import { Body, LanguageTag, Line, Maybe } from "#server/http/shapes.contract.ts";

const Email = Type.String({ format: "email", maxLength: 200 });

/** What may be known of anybody; a name may be one word. */
export const personFacts = {
  givenName: Line(80),
  familyName: Type.String({ maxLength: 80 }),
  ownScriptName: Maybe(Line(120)),
  language: LanguageTag,
  email: Maybe(Email),
  phone: Maybe(Line(40)),
};

const change = <const F extends string, T extends ReturnType<typeof Line>>(field: F, value: T) =>
  Body({ field: Type.Literal(field), base: value, value });
const changeMaybe = <const F extends string, T extends ReturnType<typeof Maybe>>(field: F, value: T) =>
  Body({ field: Type.Literal(field), base: value, value });

/** Changes one fact about a person, on top of what it said. */
export const PersonChange = Type.Union([
  change("givenName", personFacts.givenName),
  change("familyName", personFacts.familyName),
  change("language", personFacts.language),
  changeMaybe("ownScriptName", personFacts.ownScriptName),
  changeMaybe("email", personFacts.email),
  changeMaybe("phone", personFacts.phone),
]);
export type PersonChange = Static<typeof PersonChange>;

/** Somebody new, as the office writes her down. */
export const NewPerson = Body({
  givenName: personFacts.givenName,
  familyName: personFacts.familyName,
  ownScriptName: Type.Optional(personFacts.ownScriptName),
  language: personFacts.language,
  email: personFacts.email,
  phone: personFacts.phone,
});
export type NewPerson = Static<typeof NewPerson>;
