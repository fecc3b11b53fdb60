import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormLayout } from "#server/forms/form-layout.contract.ts";
import type { FormValues } from "#server/forms/form-values.contract.ts";
import type { Catalogue } from "#server/forms/reader.ts";
import { renderForm, type RenderedForm } from "#server/forms/render-form.ts";
import { wordsOf } from "#server/records/content/templates.ts";
import { projectRoot } from "#server/project-root.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, "templates", path), "utf8"));

export const lengths = ["short", "usual", "longest"] as const;
export const languages = ["en", "es", "ar"] as const;

export const conferenceLayout = read("conference-record/layout.json") as FormLayout;
/** A copy of its own: tests take words out. */
export const wordsIn = (language: string): Catalogue =>
  structuredClone(wordsOf("conference-record", language));

/** A fresh copy of one of the template's samples. */
export const sample = (length: (typeof lengths)[number]): FormValues =>
  (read("conference-record/sample.json") as Record<string, FormValues>)[length]!;

/** Draws values as a conference record. */
export const drawRecord = (values: FormValues, language = "en"): Promise<RenderedForm> =>
  renderForm({ layout: conferenceLayout, words: wordsIn(language), values, language });

/** A form of one section, to try one kind of part with. */
export const formOf = (
  part: FormLayout["sections"][number] extends infer S
    ? S extends { parts: (infer P)[] }
      ? P
      : never
    : never,
): FormLayout => ({
  name: "trial",
  version: 1,
  paper: "letter",
  title: "title",
  draft: "draft",
  unwritten: "unwritten",
  page: "page",
  digest: "digest",
  sections: [{ key: "only", number: 1, heading: "heading", parts: [part] }],
});

export const trialWords: Catalogue = {
  title: "Trial",
  draft: "DRAFT",
  unwritten: "Not written yet",
  page: "Page {{page}} of {{pages}}",
  digest: "SHA-256",
  heading: "Heading",
  label: "Label",
  other: "Other",
  days_one: "{{count}} day",
  days_other: "{{count}} days",
};

/** Values for a trial form: one part, nothing in the margins. */
export const trialValues = (key: string, value: FormValues["sections"][string][string]): FormValues => ({
  title: "Trial",
  issuedAt: "2026-11-14T00:00:00Z",
  draft: false,
  head: { organisation: "School", number: "1", lines: [], running: "Trial" },
  foot: { text: "Foot" },
  sections: { only: { [key]: value } },
});
