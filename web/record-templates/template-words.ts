import { t, said } from "../words/words.svelte.ts";
import { headingOf, isOnPaperAlone, isOwnSection, labelOf } from "../records/sections.ts";
import { labelIn, renamedIn } from "./labels.ts";
import type { TemplateField, TemplateProblem, TemplateSection } from "./record-template.api.ts";
import type { TemplateDraft } from "./template-draft.svelte.ts";

/** What a section is called when nobody renames it. */
export function usualHeading({ key }: TemplateSection): string {
  if (isOwnSection({ key })) return "";
  if (isOnPaperAlone(key)) return said(`record-templates.sectionUsual-${key}`);
  return headingOf({ key, heading: {}, fields: [] });
}

/** What a section is called on this page. */
export const sectionName = (section: TemplateSection): string =>
  renamedIn(section.heading) ??
  (isOwnSection(section)
    ? (labelIn(section.heading)?.text ?? t("record-templates.newSection"))
    : usualHeading(section));

/** What a usual field is called when nobody renames it; about a student with the name of the sample. */
export const usualLabel = (name: string): string =>
  labelOf({ name, label: {}, required: [], own: null }, t("record-templates.sampleStudent"));

/** What a field is called on this page. */
export const fieldName = (field: TemplateField): string =>
  field.is === "own"
    ? (labelIn(field.label)?.text ?? t("record-templates.newField"))
    : (renamedIn(field.label) ?? usualLabel(field.name));

/** A field's key on this page. */
export const fieldKey = (field: TemplateField): string => (field.is === "own" ? field.key : field.name);

/** Why the form cannot be published, in one sentence. */
export function sayProblem({ code, section, field, what }: TemplateProblem, draft: TemplateDraft): string {
  const one = draft.definition.sections.find(({ key }) => key === section);
  const its = one?.fields.find((each) => fieldKey(each) === field);
  const name = its ? fieldName(its) : one ? sectionName(one) : "";
  const told = what.map((each) =>
    said(`record-templates.what-${each}`).replace(/^record-templates\.what-/, ""),
  );
  return t(`record-templates.problem-${code}`, { name, what: told.join(", ") });
}
