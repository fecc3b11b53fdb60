import type { FormLayout, Section } from "#server/forms/form-layout.contract.ts";
import type { FormSection } from "../definition/record-form.contract.ts";
import { usualSection } from "../definition/usual-form.ts";

/** Every section of a layout, those beside each other one after the other. */
export const sectionsIn = ({ sections }: FormLayout): Section[] =>
  sections.flatMap((place) => ("beside" in place ? place.beside : [place]));

/** Where a section of the form stands on paper. */
export const paperOf = (key: string): string => usualSection(key)?.paper[0] ?? key;

/** The part its own fields stand in: the one that lists its usual lines, or one of their own at its end. */
export function ownPartOf({ key }: FormSection): string {
  const line = usualSection(key)?.fields.find((field) => field.line)?.line;
  return line?.[0] ?? "own";
}

/** The line of an own field in that part. */
export const ownLine = (key: string): string => `own${key.charAt(0).toUpperCase()}${key.slice(1)}`;
