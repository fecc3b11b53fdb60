import type { PersonChange } from "../people/roll.api.ts";
import { sayLanguage, sayRelationship } from "../people/say-people.ts";

/** Nothing written means that there is none. */
export const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

const mayBeEmpty = ["ownScriptName", "email", "phone"];

/** A change of one fact about a person, as it is sent. */
export const personChange = (
  field: PersonChange["field"],
  { base, value }: { base: string; value: string },
): PersonChange =>
  (mayBeEmpty.includes(field)
    ? { field, base: orNull(base), value: orNull(value) }
    : { field, base, value }) as PersonChange;

/** The languages families of schools in the United States speak most (Census Bureau, ACS 2022, table C16001), and ours. */
const spoken = [
  "en",
  "es",
  "zh",
  "tl",
  "vi",
  "ar",
  "fr",
  "ko",
  "ru",
  "ht",
  "hi",
  "pt",
  "de",
  "pl",
  "so",
  "uk",
  "fa",
];

/** Languages to choose from, the one that stands there among them. */
export const languageOptions = (current: string) =>
  [...new Set([current, ...spoken])]
    .map((code) => ({ value: code, label: sayLanguage(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));

const relationships = [
  ...["mother", "father", "stepmother", "stepfather", "grandmother", "grandfather"],
  ...["aunt", "uncle", "sister", "brother", "guardian"],
];

/** How somebody may be related to a student; what was written otherwise stays. */
export const relationshipOptions = (current: string) =>
  [...new Set([...relationships, current])].map((one) => ({ value: one, label: sayRelationship(one) }));
