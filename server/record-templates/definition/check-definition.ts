import type {
  Grades,
  Labels,
  OwnField,
  TemplateDefinition,
  TemplateField,
  TemplateProblem,
  TemplateSection,
} from "./definition.contract.ts";
import { isOwnSection } from "./usual-form.ts";

/** The languages every form of ours is whole in; names in another are welcome and not demanded. */
const demanded = ["en", "es"] as const;

/** Sections that speak of what is missing or to be mended; what a student is proud of and good at comes before them. */
const aboutConcerns = ["results", "grades", "credits", "plan"];

/** Everything that keeps a definition from being published, each with its place; nothing when it may be. */
export function problemsIn({ sections }: TemplateDefinition): TemplateProblem[] {
  const present = sections.filter(({ isLeftOut }) => !isLeftOut);
  return [...present.flatMap(inSection), ...strengthsFirst(present), ...sameHeadings(present)];
}

type Place = Pick<TemplateProblem, "section" | "field">;

const problem = (
  { section, field }: Place,
  code: TemplateProblem["code"],
  what: readonly string[] = [],
): TemplateProblem => ({ code, section, field, what: [...what] });

function inSection(section: TemplateSection): TemplateProblem[] {
  const place = { section: section.key, field: null };
  const isOwn = isOwnSection(section.key);
  const fields = section.fields.filter((field) => field.is === "own" || !field.isLeftOut);
  return [
    ...inLabels(section.heading, place, isOwn ? "heading-missing" : null),
    ...inGrades(section.grades, place),
    ...(isOwn && fields.length === 0 ? [problem(place, "section-empty")] : []),
    ...fields.flatMap((field) => inField(field, section)),
    ...sameLabels(fields, section),
  ];
}

function inField(field: TemplateField, section: TemplateSection): TemplateProblem[] {
  const place = { section: section.key, field: field.is === "own" ? field.key : field.name };
  return [
    ...inLabels(field.label, place, field.is === "own" ? "label-missing" : null),
    ...inGrades(field.grades, place),
    ...(field.is === "own" ? inOwn(field, place) : []),
  ];
}

function inOwn(field: OwnField, place: Place): TemplateProblem[] {
  const found = field.kind === "choice" ? inChoices(field, place) : [];
  if (field.kind === "data" && field.source === null) found.push(problem(place, "source-missing"));
  // A family that was not met cannot have said anything.
  const cannot = field.required.filter((outcome) => field.by === "family" && outcome !== "held");
  if (cannot.length > 0) found.push(problem(place, "required-nowhere", cannot));
  if (hasMarkup(field.hint)) found.push(problem(place, "markup"));
  return found;
}

function inChoices({ choices }: OwnField, place: Place): TemplateProblem[] {
  const missing = demanded.filter((tag) => choices.some(({ label }) => !isWritten(label[tag])));
  const isTwice = demanded.some((tag) => hasTwice(choices.map(({ label }) => label[tag] ?? "")));
  return [
    ...(choices.length < 2 ? [problem(place, "choices-few")] : []),
    ...(choices.length > 0 && missing.length > 0 ? [problem(place, "choice-missing", missing)] : []),
    ...(isTwice ? [problem(place, "choices-same")] : []),
    ...(choices.some(({ label }) => hasMarkup(label)) ? [problem(place, "markup")] : []),
  ];
}

/** Demanded names are there; a usual one may stay as it comes, but not be changed in one language and not in the other. */
function inLabels(labels: Labels, place: Place, code: "heading-missing" | "label-missing" | null) {
  const missing = demanded.filter((tag) => !isWritten(labels[tag]));
  const isRenamed = Object.values(labels).some(isWritten);
  const half = place.field === null ? ("heading-missing" as const) : ("label-missing" as const);
  return [
    ...(missing.length > 0 && (code || isRenamed) ? [problem(place, code ?? half, missing)] : []),
    ...(hasMarkup(labels) ? [problem(place, "markup")] : []),
  ];
}

const inGrades = (grades: Grades, place: Place): TemplateProblem[] =>
  grades && grades.from > grades.to ? [problem(place, "grades-order")] : [];

/** Two names that are the same in one section cannot be told apart by whoever fills it. */
function sameLabels(fields: readonly TemplateField[], { key }: TemplateSection): TemplateProblem[] {
  return fields.flatMap((field, at) => {
    const before = fields.slice(0, at);
    const isSame = demanded.some((tag) =>
      before.some((one) => isWritten(field.label[tag]) && same(one.label[tag], field.label[tag])),
    );
    const place = { section: key, field: field.is === "own" ? field.key : field.name };
    return isSame ? [problem(place, "same-label")] : [];
  });
}

function sameHeadings(sections: readonly TemplateSection[]): TemplateProblem[] {
  return sections.flatMap(({ key, heading }, at) => {
    const isSame = demanded.some((tag) =>
      sections.slice(0, at).some((one) => isWritten(heading[tag]) && same(one.heading[tag], heading[tag])),
    );
    return isSame ? [problem({ section: key, field: null }, "same-label")] : [];
  });
}

/** Positives first is the layout, not advice. */
function strengthsFirst(sections: readonly TemplateSection[]): TemplateProblem[] {
  const strengths = sections.findIndex(({ key }) => key === "strengths");
  return sections
    .slice(0, Math.max(strengths, 0))
    .filter(({ key }) => aboutConcerns.includes(key))
    .map(({ key }) => problem({ section: key, field: null }, "strengths-first"));
}

const isWritten = (text: string | undefined): boolean => (text ?? "").trim() !== "";

const plain = (text: string | undefined): string => (text ?? "").trim().toLocaleLowerCase();
const same = (one: string | undefined, other: string | undefined): boolean => plain(one) === plain(other);

const hasTwice = (all: readonly string[]): boolean => {
  const written = all.filter(isWritten).map(plain);
  return new Set(written).size < written.length;
};

/** Places and signs of the form's own sentences would be read as such. */
const hasMarkup = (labels: Labels): boolean =>
  Object.values(labels).some((text) => /\{\{|\}\}|<|>|[\r\n]/.test(text));
