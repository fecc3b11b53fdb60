import { labelIn } from "../record-templates/labels.ts";
import { said, t } from "../words/words.svelte.ts";
import type { FormSlot } from "./school-form.api.ts";

/** What may go into a field: in our words, or in the school's where one of its own record forms added it. */
export function saySlot({ id, own }: FormSlot): string {
  if (!own) return said(`school-forms.slot-${id}`);
  const name = labelIn(own.label)?.text ?? id;
  const answer = own.choice && labelIn(own.choice)?.text;
  return answer
    ? t("school-forms.ownAnswer", { name, answer, form: own.form })
    : t("school-forms.ownField", { name, form: own.form });
}
