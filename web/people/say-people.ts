import { language, t, type WordKey } from "../words/words.svelte.ts";
import { named, sayList } from "../words/dates.ts";
import type { Companion } from "../conferences/conference.api.ts";

const ofHers: Record<string, WordKey> = {
  mother: "people.yourMother",
  father: "people.yourFather",
  grandmother: "people.yourGrandmother",
  grandfather: "people.yourGrandfather",
  aunt: "people.yourAunt",
  uncle: "people.yourUncle",
  mentor: "people.yourMentor",
};

const relationships = [
  "mother",
  "father",
  "stepmother",
  "stepfather",
  "grandmother",
  "grandfather",
  "aunt",
  "uncle",
  "sister",
  "brother",
  "guardian",
  "mentor",
  "counsellor",
  "case-manager",
] as const;

/** What somebody is to the student, in the reader's language where we have the word; else as it was written. */
export function sayRelationship(relationship: string): string {
  const known = relationships.find((one) => one === relationship);
  return known ? t(`people.${known}`) : relationship;
}

/** A language by its name: “Spanish”. */
export const sayLanguage = (code: string): string =>
  new Intl.DisplayNames([language()], { type: "language" }).of(code) ?? code;

/** Who comes, said to the student: “your mother Rosa, your father Héctor by video and Imani Brooks, your mentor”. */
export const sayCompanions = (people: Companion[]): string =>
  sayList(people.filter(({ part }) => part !== "interpreter").map(sayCompanion));

function sayCompanion({ name, relationship, expected, part }: Companion): string {
  const word = ofHers[relationship];
  const called = part === "guardian" ? (name.split(" ")[0] ?? name) : name;
  const who = word ? t(word, { name: named(called) }) : named(name);
  return expected === "remote" ? t("people.byVideo", { who }) : who;
}
