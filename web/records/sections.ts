/** The sections of the record in the room, in the order people meet them; Ctrl and a digit go there. */
export const sections = [
  "people",
  "proud",
  "strengths",
  "promises",
  "results",
  "family",
  "plan",
  "goals",
  "next",
] as const;
export type SectionName = (typeof sections)[number];

/** Where in the form a section begins. */
export const sectionId = (name: SectionName): string => `section-${name}`;

/** The section a missing thing is in; the ending stands in the last. */
export const sectionOf = (name: string): SectionName =>
  sections.find((one) => one === name) ?? (name === "ending" ? "next" : "people");

/** Brings a section to the top and puts the keyboard into its first field, or at the field asked for. */
export function goToSection(name: SectionName, field?: string | null): void {
  const section = document.getElementById(sectionId(name));
  if (!section) return;
  const control = "input:not([type=radio]), textarea, select, input[type=radio]:checked, button";
  const wanted = field ? section.querySelector(`[data-field="${CSS.escape(field)}"]`) : null;
  const target = (wanted ?? section).querySelector<HTMLElement>(control);
  section.scrollIntoView({ block: "start" });
  (target ?? section.querySelector<HTMLElement>("h2"))?.focus({ preventScroll: wanted === null });
}
