import type { PartValue, Said, Words } from "#server/forms/form-values.contract.ts";
import { translationOf } from "../translating/find-translation.ts";
import { word } from "./phrases.ts";
import type { TranslationSaid } from "./record-content.contract.ts";

type Sections = Record<string, Record<string, PartValue>>;
type Phrase = Exclude<Words, unknown[]>;

/** Puts beside what people wrote what a person said of it in the copy's languages, marked with who it was. */
export function withTranslations(
  sections: Sections,
  said: readonly TranslationSaid[],
  languages: readonly string[],
): Sections {
  if (said.length === 0) return sections;
  const beside = (phrase: Phrase): Phrase[] => [phrase, ...spoken(phrase, said, languages)];
  return mapped(sections, (parts) => mapped(parts, (value) => inPart(value, beside) as PartValue));
}

type Beside = (phrase: Phrase) => Phrase[];

/** A part is a list of items, or one item: an item is words, or a record of words and of further items. */
const inPart = (value: unknown, beside: Beside): unknown =>
  Array.isArray(value) ? value.map((item) => inItem(item, beside)) : inItem(value, beside);

function inItem(value: unknown, beside: Beside): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.some(isItem) ? inPart(value, beside) : value.flatMap(beside);
  if (isSaid(value)) return single(beside(value));
  if (isPhrase(value)) return value;
  return mapped(value as Record<string, unknown>, (each) => inItem(each, beside));
}

const single = (phrases: Phrase[]): Words => (phrases.length === 1 ? phrases[0]! : phrases);

/** An entry, a row or a block stands in a list; a phrase in a sentence. */
const isItem = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isPhrase(value);
const isPhrase = (value: object): boolean =>
  ["word", "day", "at"].some((key) => key in value) || isSaid(value);
const isSaid = (value: object): value is Said => "text" in value && typeof value.text === "string";

function spoken(phrase: Phrase, said: readonly TranslationSaid[], languages: readonly string[]): Phrase[] {
  if (typeof phrase !== "object" || !("text" in phrase) || !phrase.lang) return [];
  const written = { text: phrase.text, language: phrase.lang };
  const given = languages.flatMap((language) => translationOf(written, said, language) ?? []);
  return given.flatMap((one): Phrase[] => [
    { ...word("translation.by", { who: one.by }), style: "muted" },
    { text: one.words, lang: one.language, style: "muted" },
  ]);
}

const mapped = <From, To>(record: Record<string, From>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
