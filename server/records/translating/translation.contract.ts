import { Type, type Static } from "typebox";
import { Body, LanguageTag } from "#server/http/shapes.contract.ts";
import { Written } from "../content/record-content.contract.ts";

/** Somebody's words, and where in the record they stand: a key of the record's words. */
export const Untranslated = Type.Object({ place: Type.String(), ...Written.properties });
export type Untranslated = Static<typeof Untranslated>;

/** What a reader of one language finds in another, with what a person already said of it in hers. */
export const TranslationsFor = Type.Object({
  language: Type.String(),
  /** Who reads it. */
  readers: Type.Array(Type.String()),
  texts: Type.Array(
    Type.Object({
      ...Untranslated.properties,
      words: Type.String(),
      /** Who translated it; null until somebody has. */
      by: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type TranslationsFor = Static<typeof TranslationsFor>;

/** By language, those with the most left to do first. */
export const Translations = Type.Object({ languages: Type.Array(TranslationsFor) });
export type Translations = Static<typeof Translations>;

/** Words in another language for what stands written; empty words take a translation back. */
export const Translating = Body({
  source: Type.String({ minLength: 1, maxLength: 4000 }),
  language: LanguageTag,
  words: Type.String({ maxLength: 4000 }),
});
export type Translating = Static<typeof Translating>;
