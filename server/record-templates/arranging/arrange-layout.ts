import type { Field, FormLayout, Section } from "#server/forms/form-layout.contract.ts";
import { camel } from "#server/records/content/phrases.ts";
import type { FormField, FormSection, RecordForm } from "../definition/record-form.contract.ts";
import { ownKey } from "../definition/resolve-form.ts";
import { isOwnSection, usualField, usualSection, usualSections } from "../definition/usual-form.ts";
import { ownLine, ownPartOf, sectionsIn } from "./own-places.ts";

type Place = FormLayout["sections"][number];

/** The layout of the conference record form as a school arranged it; what it left as it comes is drawn as it comes. */
export function arrangeLayout(layout: FormLayout, form: RecordForm): FormLayout {
  const all = sectionsIn(layout);
  const byKey = new Map(all.map((section) => [section.key, section]));
  const arranged = form.sections.flatMap((section) => arrangeSection(section, byKey));
  const fixed = all.filter(({ key }) => !usualSections.some(({ paper }) => paper.includes(key)));
  const first = fixed.filter(({ key }) => key === "student");
  const last = fixed.filter(({ key }) => key !== "student");
  const isAtHome = ({ key }: Section) => usualSection("atHome")!.paper.includes(key);
  const ordered = [
    ...first,
    ...arranged.filter((one) => !isAtHome(one)),
    ...last,
    ...arranged.filter(isAtHome),
  ];
  return { ...layout, sections: paired(numbered(ordered), layout) };
}

/** A section of the form on paper; the page for home is several. */
function arrangeSection(section: FormSection, byKey: Map<string, Section>): Section[] {
  if (isOwnSection(section.key)) return [ownSection(section)];
  const paper = usualSection(section.key)?.paper ?? [];
  return paper.flatMap((key, at) => {
    const known = byKey.get(key);
    return known ? [at === 0 ? withFields(known, section) : known] : [];
  });
}

/** A number that is only a mark: sections are numbered anew once they stand in order. */
const counted = 1;

const ownSection = (section: FormSection): Section => ({
  key: section.key,
  number: counted,
  heading: `own.${section.key}`,
  parts: [{ kind: "lines", key: "own", fields: section.fields.map(ownField) }],
});

const ownField = ({ name }: FormField): Field => ({
  key: ownLine(ownKey(name)!),
  label: `own.${ownKey(name)!}`,
});

/** The section with its lines in the school's order, its own among them, without what was left out. */
function withFields(paper: Section, section: FormSection): Section {
  const own = section.fields.filter((field) => field.own);
  const part = ownPartOf(section);
  const parts = paper.parts.map((one) =>
    one.key === part && one.kind === "lines" ? { ...one, fields: linesOf(one.fields, section, part) } : one,
  );
  if (own.length === 0 || parts.some(({ key }) => key === part)) return { ...paper, parts };
  return { ...paper, parts: [...parts, { kind: "lines", key: part, fields: own.map(ownField) }] };
}

function linesOf(lines: Field[], { key, fields }: FormSection, part: string): Field[] {
  const usual = (usualSection(key)?.fields ?? []).filter(({ line }) => line?.[0] === part);
  const arranged = fields.flatMap((field) => {
    if (field.own) return [ownField(field)];
    const line = lines.find((one) => one.key === usualField(field.name)?.line?.[1]);
    return line ? [{ ...withoutRequired(line), ...stillRequired(line, field) }] : [];
  });
  const rest = lines.filter((one) => !usual.some(({ line }) => line?.[1] === one.key));
  return rest.reduce((placed, one) => behindWhatItFollowed(placed, one, lines), arranged);
}

/** A line nobody arranges, such as one that other parts of the record fill, follows the line it always followed. */
function behindWhatItFollowed(placed: Field[], one: Field, lines: Field[]): Field[] {
  const before = lines[lines.indexOf(one) - 1]?.key;
  const at = placed.findIndex(({ key }) => key === before) + 1;
  return at === 0 ? [...placed, one] : placed.toSpliced(at, 0, one);
}

const withoutRequired = ({ required: _required, ...line }: Field): Field => line;

/** Paper insists on no more than our form does: what a school requires beside is asked for before a record is finished, and a reader's copy may leave it out. */
function stillRequired(line: Field, { required }: FormField): Pick<Field, "required"> {
  const usual = Array.isArray(line.required) ? line.required : [];
  const still = usual.filter((outcome) => required.some((one) => camel(one) === outcome));
  return still.length > 0 ? { required: still } : {};
}

/** Numbered sections are counted through in the order they now have; the student's own stays before the first. */
function numbered(sections: Section[]): Section[] {
  let last = 0;
  return sections.map((section) =>
    section.number === undefined || section.number === 0 ? section : { ...section, number: ++last },
  );
}

/** Two short sections stand beside each other where they still follow one another. */
function paired(sections: Section[], layout: FormLayout): Place[] {
  const pairs = layout.sections.flatMap((place) => ("beside" in place ? [place] : []));
  const places: Place[] = [];
  for (let at = 0; at < sections.length; at += 1) {
    const [one, other] = [sections[at]!, sections[at + 1]];
    const pair = pairs.find(
      ({ beside }) => beside[0]!.key === one.key && beside[1]!.key === other?.key && other !== undefined,
    );
    places.push(pair ? { ...pair, beside: [one, other!] } : one);
    if (pair) at += 1;
  }
  return places;
}
