import { sayDay } from "../words/dates.ts";
import { t } from "../words/words.svelte.ts";
import { labelIn } from "./labels.ts";
import type { FormField } from "./record-template.api.ts";

/** Whether a school's own form asked it; its fields are named "own.KEY". */
export const isOwn = (name: string): boolean => name.startsWith("own.");

/** What a school's own form calls a field; a newer form may not have it any more. */
export const sayOwnField = (fields: readonly FormField[], name: string): string =>
  labelIn(fieldOf(fields, name)?.label ?? {})?.text ?? t("own-fields.askedBefore");

/** What stands in it as people read it: a tick, a choice and a day are kept as keys. */
export function sayOwnAnswer(fields: readonly FormField[], name: string, answer: string): string {
  const own = fieldOf(fields, name)?.own;
  if (own?.kind === "tick") return t("own-fields.tickedYes");
  if (own?.kind === "day") return sayDay(answer);
  const choice = own?.choices.find(({ key }) => key === answer);
  return (choice && labelIn(choice.label)?.text) ?? answer;
}

const fieldOf = (fields: readonly FormField[], name: string): FormField | undefined =>
  fields.find((field) => field.name === name);
