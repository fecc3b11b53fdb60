import { FormLayout, type Column, type Field, type Part, type Section } from "./form-layout.contract.ts";
import { FormValues, partValues, type PartValue } from "./form-values.contract.ts";
import type { Reader } from "./reader.ts";
import { sectionsOf } from "./sections.ts";
import { shapeCheck, type ShapeCheck } from "./shape-check.ts";

/** A form that cannot be drawn, and everything that is wrong with it, each named by its path. */
export class FormProblem extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The form cannot be drawn: ${problems.join("; ")}`);
    this.name = "FormProblem";
    this.problems = problems;
  }
}

const layoutCheck = shapeCheck(FormLayout);
const valuesCheck = shapeCheck(FormValues);
const partChecks = Object.fromEntries(
  Object.entries(partValues).map(([kind, schema]) => [kind, shapeCheck(schema)]),
);

/** Refuses a layout or values that are not whole, before anything is drawn. */
export function checkForm(layout: FormLayout, values: FormValues, reader: Reader): void {
  refuse([...shapeProblems(layoutCheck, layout, "layout"), ...shapeProblems(valuesCheck, values, "values")]);
  const sections = layout.sections.flatMap(sectionsOf);
  refuse([
    ...wordsOf(layout, sections)
      .filter((key) => !reader.knows(key))
      .map((key) => `words.${key} is missing`),
    ...sections.flatMap((section) => sectionProblems(section, values)),
    ...strangers(sections, values),
  ]);
}

function refuse(problems: string[]): void {
  if (problems.length > 0) throw new FormProblem(problems);
}

function shapeProblems(check: ShapeCheck, value: unknown, name: string): string[] {
  if (check.Check(value)) return [];
  return check
    .Errors(value)
    .slice(0, 8)
    .map(({ instancePath, message }) => `${name}${instancePath.replaceAll("/", ".")} ${message}`);
}

function sectionProblems(section: Section, values: FormValues): string[] {
  return section.parts.flatMap((part) => {
    if (part.kind === "notice") return [];
    return partProblems(part, values.sections[section.key]?.[part.key], `${section.key}.${part.key}`, values);
  });
}

function partProblems(
  part: Exclude<Part, { kind: "notice" }>,
  value: PartValue | undefined,
  path: string,
  values: FormValues,
): string[] {
  if (value === undefined || value === null) return due(part, value, path, values);
  const problems = shapeProblems(partChecks[part.kind]!, value, path);
  if (problems.length > 0) return problems;
  return rowsOf(part, value, values).flatMap(([fields, row, index]) =>
    fieldProblems(fields, row, index === undefined ? path : `${path}.${index}`, values),
  );
}

type Fieldwise = [fields: (Field | Column)[], row: Record<string, unknown>, index?: number];

/** A part's places with what stands in each, row by row. */
function rowsOf(part: Part, value: unknown, values: FormValues): Fieldwise[] {
  if (part.kind === "facts" || part.kind === "lines")
    return [[part.fields, value as Record<string, unknown>]];
  if (part.kind === "table") {
    return (value as Record<string, unknown>[]).map((row, index) => [part.columns, row, index]);
  }
  if (part.kind !== "blocks") return [];
  const blocks = value as { columns: Record<string, unknown[]> }[];
  return blocks.map(({ columns }, index) => [part.columns, filled(columns, values), index]);
}

/** In a final form an empty column is a missing one. */
const filled = (columns: Record<string, unknown[]>, { draft }: FormValues) =>
  Object.fromEntries(
    Object.entries(columns).map(([key, entries]) => [key, entries.length === 0 && !draft ? null : entries]),
  );

function fieldProblems(
  fields: (Field | Column)[],
  value: Record<string, unknown>,
  path: string,
  values: FormValues,
): string[] {
  const known = new Set(fields.map((field) => field.key));
  const strange = Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key) => `${path}.${key} is not in the layout`);
  return [
    ...strange,
    ...fields.flatMap((field) =>
      value[field.key] === undefined || value[field.key] === null
        ? due(field, value[field.key] as null, `${path}.${field.key}`, values)
        : [],
    ),
  ];
}

/** Forgotten is always wrong; known to be unwritten is wrong once the form is final. */
function due(
  { required }: { required?: true | string[] | undefined },
  value: null | undefined,
  path: string,
  { draft, case: name }: FormValues,
): string[] {
  const wanted =
    required === true || (Array.isArray(required) && name !== undefined && required.includes(name));
  if (!wanted) return [];
  if (value === undefined) return [`${path} is required`];
  return draft ? [] : [`${path} is required and has nothing in it`];
}

function strangers(sections: Section[], values: FormValues): string[] {
  const known = new Map(
    sections.map((section) => [section.key, new Set(section.parts.map((part) => part.key))]),
  );
  return Object.entries(values.sections).flatMap(([section, parts]) => {
    const own = known.get(section);
    if (!own) return [`${section} is not in the layout`];
    return Object.keys(parts)
      .filter((key) => !own.has(key))
      .map((key) => `${section}.${key} is not in the layout`);
  });
}

function wordsOf(layout: FormLayout, sections: Section[]): string[] {
  const own = [layout.title, layout.draft, layout.unwritten, layout.page, layout.digest];
  const parts = sections
    .flatMap((section) => section.parts)
    .flatMap((part) => {
      if (part.kind === "notice") return [part.word];
      const inner =
        "fields" in part ? part.fields : part.kind === "table" || part.kind === "blocks" ? part.columns : [];
      return [part.label, part.empty, ...inner.map((each) => each.label)];
    });
  return [...own, ...sections.map((section) => section.heading), ...parts].filter((key) => key !== undefined);
}
