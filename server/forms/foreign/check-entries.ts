import { FormProblem } from "../check-form.ts";
import type { FieldEntry } from "./entry.ts";
import type { ForeignField } from "./foreign-form.ts";

/** Refuses entries a form has no place for; throws `FormProblem` naming each. */
export function checkEntries(entries: FieldEntry[], fields: ForeignField[]): void {
  const known = new Map(fields.map((field) => [field.name, field]));
  const seen = new Set<string>();
  const problems = entries.flatMap((entry) => {
    const again = seen.has(entry.field);
    seen.add(entry.field);
    if (again) return [`${entry.field} is filled twice`];
    const field = known.get(entry.field);
    return field ? entryProblems(entry, field) : [`${entry.field} is not a field of this form`];
  });
  if (problems.length > 0) throw new FormProblem(problems);
}

function entryProblems({ field: name, text, isTicked, option }: FieldEntry, field: ForeignField): string[] {
  if (text !== undefined && (field.kind === "tick" || (field.kind === "choice" && !field.isEditable)))
    return [`${name} takes no text`];
  if (isTicked !== undefined && field.kind !== "tick") return [`${name} is not a box to tick`];
  if (option === undefined) return [];
  if (field.kind !== "choice") return [`${name} has no options`];
  return field.options.some(({ value }) => value === option) ? [] : [`${name} has no option “${option}”`];
}
