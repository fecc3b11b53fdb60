import { hasWord, t, type WordKey } from "../words/words.svelte.ts";
import { labelIn, renamedIn } from "../record-templates/labels.ts";
import type { FormField, FormSection, RecordForm } from "../record-templates/record-template.api.ts";

/** What is looked at and not written stands on paper alone. */
export const isOnPaperAlone = (key: string): boolean => ["grades", "credits", "atHome"].includes(key);

/** Whether it is a section the school added. */
export const isOwnSection = ({ key }: Pick<FormSection, "key">): boolean => /^own[A-Z0-9]/.test(key);

/** The sections of a record in the room, in the order people meet them; Ctrl and a digit go there. */
export const sectionsIn = (form: RecordForm | undefined): FormSection[] =>
  (form?.sections ?? []).filter(({ key }) => !isOnPaperAlone(key));

/** Whether the record has a page for home. */
export const hasPageForHome = (form: RecordForm | undefined): boolean =>
  (form?.sections ?? []).some(({ key }) => key === "atHome");

/** A section's heading: the school's own, or the usual one. */
export const headingOf = ({ key, heading }: FormSection): string =>
  renamedIn(heading) ??
  (hasWord(`records.${key}`) ? t(`records.${key}` as WordKey) : (labelIn(heading)?.text ?? ""));

/** What the record's usual fields are called where the school did not rename them; `name` is the student's. */
const usual: Record<string, WordKey> = {
  proud: "records.proudPiece",
  growth: "records.growthPiece",
  strengths: "records.ownStrengths",
  adviserStrengths: "records.adviserStrengths",
  growthAreas: "records.ownGrowth",
  support: "records.ownSupport",
  afterSchool: "records.ownAfterSchool",
  resultsSaid: "records.resultsSaid",
  languageArtsNote: "records.note-language-arts",
  mathNote: "records.note-math",
  celebrations: "records.celebrations",
  concerns: "records.concerns",
  questions: "records.questions",
  needs: "records.plan",
  nextCheckIn: "records.nextCheckIn",
  teachers: "records.teachers",
  comments: "records.commentsOfHome",
};

/** What a field is called, by the school or as usual. */
export function labelOf({ name, label, own }: FormField, student: string): string {
  if (own) return labelIn(label)?.text ?? "";
  const word = usual[name];
  return renamedIn(label) ?? (word ? t(word, { name: student }) : name);
}

/** A field of a form by its name. */
export const fieldIn = (form: RecordForm | undefined, name: string): FormField | undefined =>
  form?.sections.flatMap(({ fields }) => fields).find((field) => field.name === name);

/** Where in the form a section begins. */
export const sectionId = (key: string): string => `section-${key}`;

/** The section a missing thing is in; the ending stands in what happens next. */
export const sectionOf = (key: string): string => (key === "ending" ? "next" : key);

/** Brings a section to the top and puts the keyboard into its first field, or at the field asked for. */
export function goToSection(key: string, field?: string | null): void {
  const section = document.getElementById(sectionId(key));
  if (!section) return;
  const control = "input:not([type=radio]), textarea, select, input[type=radio]:checked, button";
  const wanted = field ? section.querySelector(`[data-field="${CSS.escape(field)}"]`) : null;
  const target = (wanted ?? section).querySelector<HTMLElement>(control);
  section.scrollIntoView({ block: "start" });
  (target ?? section.querySelector<HTMLElement>("h2"))?.focus({ preventScroll: wanted === null });
}
