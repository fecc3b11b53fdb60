import type { FormLayout } from "#server/forms/form-layout.contract.ts";
import type { Catalogue } from "#server/forms/reader.ts";
import type { Labels } from "../definition/definition.contract.ts";
import type { FormField, FormSection, RecordForm } from "../definition/record-form.contract.ts";
import { ownKey } from "../definition/resolve-form.ts";
import { isOwnSection, usualField } from "../definition/usual-form.ts";
import { paperOf, sectionsIn } from "./own-places.ts";

/** The form's sentences in one language with what the school calls its sections, fields and choices; the words given stay as they are. */
export function arrangeWords(
  words: Catalogue,
  layout: FormLayout,
  form: RecordForm,
  language: string,
): Catalogue {
  const arranged = structuredClone(words);
  const sections = sectionsIn(layout);
  for (const section of form.sections) {
    const paper = sections.find(({ key }) => key === paperOf(section.key));
    if (isOwnSection(section.key)) put(arranged, `own.${section.key}`, section.heading, language);
    else if (paper && section.heading[language as keyof Labels])
      put(arranged, paper.heading, section.heading, language);
    for (const field of section.fields) putField(arranged, field, section, layout, language);
  }
  return arranged;
}

function putField(
  words: Catalogue,
  field: FormField,
  section: FormSection,
  layout: FormLayout,
  language: string,
): void {
  const key = ownKey(field.name);
  if (key === undefined || !field.own) {
    const word = wordOf(field, section, layout);
    // Of a usual line the form knows the words in every language it has; a name that is not written there yet is that.
    if (word && field.label[language as keyof Labels]) put(words, word, stopped(field.label), language);
    return;
  }
  put(words, `own.${key}`, stopped(field.label), language);
  for (const choice of field.own.choices) put(words, choiceWord(key, choice.key), choice.label, language);
}

/** What a choice of an own field is called. */
export const choiceWord = (field: string, choice: string): string => `ownChoices.${field}.${choice}`;

function wordOf({ name }: FormField, section: FormSection, layout: FormLayout): string | undefined {
  const line = usualField(name)?.line;
  const paper = sectionsIn(layout).find(({ key }) => key === paperOf(section.key));
  const part = paper?.parts.find((one) => one.key === line?.[0]);
  return part?.kind === "lines" ? part.fields.find(({ key }) => key === line?.[1])?.label : undefined;
}

/** A line's name runs into what follows it, so that it ends as the form's own names do in that language. */
const stopped = (labels: Labels): Labels =>
  Object.fromEntries(
    Object.entries(labels)
      .filter(([, text]) => text.trim())
      .map(([tag, text]) => [
        tag,
        /[.:?!؟…]$/.test(text.trim()) ? text : `${text.trim()}${ends[tag] ?? "."}`,
      ]),
  );

const ends: Record<string, string> = { en: ".", es: ":", ar: ":" };

/** Puts a word in place; where it is not written in this language, in the first it is written in, saying which. */
function put(words: Catalogue, path: string, labels: Labels, language: string): void {
  const own = labels[language as keyof Labels]?.trim();
  const [tag, text] = own ? [language, own] : (firstOf(labels) ?? [language, "–"]);
  const steps = path.split(".");
  const last = steps.pop()!;
  let at = words;
  for (const step of steps) {
    const next = at[step];
    at = typeof next === "object" ? next : (at[step] = {});
  }
  at[last] = text;
  if (tag !== language) at[`${last}#language`] = tag;
}

const firstOf = (labels: Labels): [string, string] | undefined =>
  Object.entries(labels).find(([, text]) => text.trim());
