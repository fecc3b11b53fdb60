import type { Section } from "#server/forms/form-layout.contract.ts";
import type { FormSection } from "../definition/record-form.contract.ts";
import { usualSection } from "../definition/usual-form.ts";

/** Where a section of the form stands on paper. */
export const paperOf = (key: string): string => usualSection(key)?.paper[0] ?? key;

/** The part its own fields stand in: the one that lists its usual lines, or one of their own at its end. */
export function ownPartOf({ key }: FormSection): string {
  const line = usualSection(key)?.fields.find((field) => field.line)?.line;
  return line?.[0] ?? "own";
}

/** The line of an own field in that part. */
export const ownLine = (key: string): string => `own${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** The part of a section that lists lines, if it has one. */
export const linesPart = (section: Section, key: string) =>
  section.parts.find((part) => part.key === key && part.kind === "lines");
