import type { TranslationSaid, Written } from "../content/record-content.contract.ts";

/** "es" and "es-MX" are one language to read. */
export const isIn = (one: string, other: string): boolean => one.split("-")[0] === other.split("-")[0];

/** What a person said of these words in a language; undefined where they are in it, or nobody has. */
export const translationOf = (
  { text, language: from }: Written,
  said: readonly TranslationSaid[],
  language: string,
): TranslationSaid | undefined =>
  isIn(from, language) ? undefined : said.find((one) => one.source === text && isIn(one.language, language));
