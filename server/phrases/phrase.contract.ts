import { Type, type Static } from "typebox";
import { Body, Id, LanguageTag } from "#server/http/shapes.contract.ts";

/** The fields of a record that take phrases. */
export const PhraseField = Type.Enum([
  "adviserStrengths",
  "languageArtsNote",
  "mathNote",
  "celebrations",
  "concerns",
  "remains",
  "nextStep",
]);
export type PhraseField = Static<typeof PhraseField>;

/** A sentence kept for later; `{{name}}` in it is whoever the record is about. */
export const Phrase = Type.Object({
  id: Id,
  field: PhraseField,
  language: LanguageTag,
  words: Type.String(),
});
export type Phrase = Static<typeof Phrase>;
export const Phrases = Type.Object({ phrases: Type.Array(Phrase) });
export type Phrases = Static<typeof Phrases>;

export const NewPhrase = Body({
  field: PhraseField,
  language: LanguageTag,
  words: Type.String({ minLength: 1, maxLength: 400, pattern: "\\S" }),
});
export type NewPhrase = Static<typeof NewPhrase>;

export const PhraseParams = Type.Object({ phraseId: Id });
