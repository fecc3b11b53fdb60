import { labelIn } from "../record-templates/labels.ts";
import type { FormField } from "../record-templates/record-template.api.ts";
import { t } from "../words/words.svelte.ts";

/** What a question of the school's own form is called; undefined for a usual one. */
export const ownQuestion = (own: readonly FormField[], question: string): FormField | undefined =>
  own.find(({ name }) => name === question);

/** An answer to it as people read it: what was ticked or chosen has a name. */
export function sayOwnAnswer(field: FormField, answer: string): string {
  if (field.own?.kind === "tick") return t("own-fields.tickedYes");
  const choice = field.own?.choices.find(({ key }) => key === answer);
  return (choice && labelIn(choice.label)?.text) ?? answer;
}
