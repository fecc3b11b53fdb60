import { Invalid } from "#server/http/problems.ts";
import type { TemplateDefinition, TemplateField, TemplateSection } from "./definition.contract.ts";
import { isOwnSection, usualSection } from "./usual-form.ts";

/** Refuses a definition no page of ours would send: a section or field twice, one there is not, or one left out that must stay. */
export function checkShape({ sections }: TemplateDefinition): void {
  refuseTwice(sections.map(({ key }) => key));
  refuseTwice(sections.flatMap(({ fields }) => fields.map(nameOf)));
  for (const section of sections) checkSection(section);
}

const nameOf = (field: TemplateField): string => (field.is === "own" ? `own ${field.key}` : field.name);

function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new Invalid("definition", `“${twice}” is there twice.`);
}

function checkSection({ key, isLeftOut, grades, fields }: TemplateSection): void {
  const usual = usualSection(key);
  if (!usual && !isOwnSection(key)) throw new Invalid("definition", `There is no section “${key}”.`);
  if (usual?.stays && (isLeftOut || grades)) throw new Invalid("definition", `The section “${key}” stays.`);
  for (const field of fields) if (field.is === "usual") checkUsual(field, key);
}

function checkUsual(
  { name, isLeftOut, grades, required }: TemplateField & { is: "usual" },
  key: string,
): void {
  const facts = usualSection(key)?.fields.find((one) => one.name === name);
  if (!facts) throw new Invalid("definition", `There is no field “${name}” in “${key}”.`);
  if (facts.stays && (isLeftOut || grades)) throw new Invalid("definition", `The field “${name}” stays.`);
  if (!facts.required && required.length > 0)
    throw new Invalid("definition", `The field “${name}” cannot be required.`);
}
