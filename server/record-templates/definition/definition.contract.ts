import { Type, type Static } from "typebox";
import { Body, Prose } from "#server/http/shapes.contract.ts";

const words = Prose(160);

/** What something is called, in the languages the form is printed in; empty ones are still to be written. */
export const Labels = Body({
  en: Type.Optional(words),
  es: Type.Optional(words),
  ar: Type.Optional(words),
});
export type Labels = Static<typeof Labels>;

/** How a meeting ended; what must be written depends on it. */
export const RequiredIn = Type.Array(Type.Enum(["held", "held-without-family", "stopped", "not-met"]), {
  uniqueItems: true,
  maxItems: 4,
});

const Grade = Type.Integer({ minimum: 0, maximum: 13 });

/** The grades it is for; null is every grade. */
export const Grades = Type.Union([Body({ from: Grade, to: Grade }), Type.Null()]);
export type Grades = Static<typeof Grades>;

/** A name a school's own sections, fields and choices are known by; it never changes, whatever they are called. */
const OwnKey = Type.String({ pattern: "^[a-z][A-Za-z0-9]{0,29}$" });

/** A field every record has, as this form asks for it. */
export const UsualField = Body({
  is: Type.Literal("usual"),
  name: Type.String({ maxLength: 40 }),
  isLeftOut: Type.Boolean(),
  /** In place of its usual name; empty keeps that. */
  label: Labels,
  required: RequiredIn,
  grades: Grades,
});
export type UsualField = Static<typeof UsualField>;

/** How an own field is filled: by writing, or from what the school knows already. */
export const OwnFieldKind = Type.Enum(["text", "line", "day", "tick", "choice", "data"]);
export type OwnFieldKind = Static<typeof OwnFieldKind>;

/** Who writes it; what the family says stays with a household that met apart. */
export const OwnFieldBy = Type.Enum(["student", "family", "adviser"]);
export type OwnFieldBy = Static<typeof OwnFieldBy>;

/** What may stand in a field that is filled from data. */
export const DataSource = Type.Enum(["percentiles", "credits"]);
export type DataSource = Static<typeof DataSource>;

export const OwnChoice = Body({ key: OwnKey, label: Labels });
export type OwnChoice = Static<typeof OwnChoice>;

/** A field a school adds. */
export const OwnField = Body({
  is: Type.Literal("own"),
  key: OwnKey,
  kind: OwnFieldKind,
  by: OwnFieldBy,
  label: Labels,
  hint: Labels,
  choices: Type.Array(OwnChoice, { maxItems: 12 }),
  source: Type.Union([DataSource, Type.Null()]),
  required: RequiredIn,
  grades: Grades,
});
export type OwnField = Static<typeof OwnField>;

export const TemplateField = Type.Union([UsualField, OwnField]);
export type TemplateField = Static<typeof TemplateField>;

/** A section in its place; its key is a usual section's, or "own" and a name of the school's. */
export const TemplateSection = Body({
  key: Type.String({ pattern: "^[a-z][A-Za-z0-9]{0,29}$" }),
  isLeftOut: Type.Boolean(),
  heading: Labels,
  grades: Grades,
  fields: Type.Array(TemplateField, { maxItems: 30 }),
});
export type TemplateSection = Static<typeof TemplateSection>;

/** What a school changed of the conference record form: order, names, what is left out, what is added, what is required. */
export const TemplateDefinition = Body({
  sections: Type.Array(TemplateSection, { maxItems: 30 }),
});
export type TemplateDefinition = Static<typeof TemplateDefinition>;

/** Why a form cannot be published, with the place to mend it. */
export const TemplateProblem = Type.Object({
  code: Type.Enum([
    "heading-missing",
    "label-missing",
    "choice-missing",
    "markup",
    "same-label",
    "choices-few",
    "choices-same",
    "source-missing",
    "section-empty",
    "grades-order",
    "strengths-first",
    "required-nowhere",
    "unprintable",
    "undrawable",
  ]),
  section: Type.String(),
  /** The field's name or key, where it is about one. */
  field: Type.Union([Type.String(), Type.Null()]),
  /** The languages or letters it is about. */
  what: Type.Array(Type.String()),
});
export type TemplateProblem = Static<typeof TemplateProblem>;
