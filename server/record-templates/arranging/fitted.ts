import type { Field, FormLayout, Section } from "#server/forms/form-layout.contract.ts";
import type { FormValues, PartValue } from "#server/forms/form-values.contract.ts";

type Sections = FormValues["sections"];

/** Only what the arranged form has places for: sections, parts and lines that a school left out say nothing on paper. */
export function fitted(sections: Sections, layout: FormLayout): Sections {
  const known = new Map(
    layout.sections
      .flatMap((place) => ("beside" in place ? place.beside : [place]))
      .map((section) => [section.key, section]),
  );
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
      if (!part) return [];
      return [[key, part.kind === "lines" ? fittedLines(value, part.fields) : value]];
    }),
  );

function fittedLines(value: PartValue, fields: Field[]): PartValue {
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => fields.some((field) => field.key === key));
  return Object.fromEntries(kept) as PartValue;
}
