import type { FormLayout, Part, Section } from "#server/forms/form-layout.contract.ts";
import { sectionsIn } from "./own-places.ts";
import type { FormValues, PartValue } from "#server/forms/form-values.contract.ts";

type Sections = FormValues["sections"];

/** Only what a form has places for: what a school left out, or what an earlier form did not have yet, says nothing on paper. */
export function fitted(sections: Sections, layout: FormLayout): Sections {
  const known = new Map(sectionsIn(layout).map((section) => [section.key, section]));
  return Object.fromEntries(
    Object.entries(sections).flatMap(([key, parts]) => {
      const section = known.get(key);
      return section ? [[key, fittedParts(parts, section)]] : [];
    }),
  );
}

const fittedParts = (parts: Sections[string], section: Section): Sections[string] =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => {
      const part = section.parts.find((one) => one.key === key);
      return part ? [[key, fittedPart(value, part)]] : [];
    }),
  );

function fittedPart(value: PartValue, part: Part): PartValue {
  if (part.kind === "lines" || part.kind === "facts") return only(value, part.fields) as PartValue;
  if (part.kind === "table" && Array.isArray(value))
    return value.map((row) => only(row, part.columns)) as PartValue;
  return value;
}

function only(value: unknown, places: readonly { key: string }[]): unknown {
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => places.some((one) => one.key === key)));
}
