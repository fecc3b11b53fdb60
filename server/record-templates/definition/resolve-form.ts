import type { Grades, TemplateDefinition, TemplateField, TemplateSection } from "./definition.contract.ts";
import type { FormField, FormSection, RecordForm } from "./record-form.contract.ts";
import { completed, isOwnSection, usualDefinition } from "./usual-form.ts";

/** A published version of a school's form, or nothing where records come on the usual one. */
export interface PublishedForm {
  readonly name: string;
  readonly version: number;
  readonly definition: TemplateDefinition;
}

/** What a record asks for: what the school left in, for this grade; the usual form where it has none of its own. */
export function resolveForm(published: PublishedForm | undefined, grade: number): RecordForm {
  const { sections } = completed(published?.definition ?? usualDefinition());
  return {
    name: published?.name ?? null,
    version: published?.version ?? null,
    sections: sections
      .filter((one) => !one.isLeftOut && isFor(one.grades, grade))
      .map((one) => sectionFor(one, grade))
      .filter(({ key, fields }) => !isOwnSection(key) || fields.length > 0),
  };
}

const isFor = (grades: Grades, grade: number): boolean =>
  grades === null || (grades.from <= grade && grade <= grades.to);

const sectionFor = ({ key, heading, fields }: TemplateSection, grade: number): FormSection => ({
  key,
  heading,
  fields: fields.filter((field) => isIn(field) && isFor(field.grades, grade)).map(asFormField),
});

const isIn = (field: TemplateField): boolean => field.is === "own" || !field.isLeftOut;

/** A field as a record knows it. */
export function asFormField(field: TemplateField): FormField {
  const { label, required } = field;
  if (field.is === "usual") return { name: field.name, label, required, own: null };
  const { key, kind, by, hint, choices, source } = field;
  return { name: ownName(key), label, required, own: { kind, by, hint, choices, source } };
}

const prefix = "own.";

/** The name a record knows an own field by. */
export const ownName = (key: string): string => `${prefix}${key}`;

/** The key of an own field; undefined for a usual one's name. */
export const ownKey = (name: string): string | undefined =>
  name.startsWith(prefix) ? name.slice(prefix.length) : undefined;

/** Every field of a form, in order. */
export const fieldsOf = ({ sections }: RecordForm): FormField[] => sections.flatMap(({ fields }) => fields);
