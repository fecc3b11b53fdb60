import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormValues, PartValue, Words } from "#server/forms/form-values.contract.ts";
import { FormProblem } from "#server/forms/check-form.ts";
import { renderInWorker } from "#server/forms/render-in-worker.ts";
import { projectRoot } from "#server/project-root.ts";
import { layoutOf, wordsOf } from "#server/records/content/templates.ts";
import { arrangeLayout } from "./arranging/arrange-layout.ts";
import { arrangeWords, choiceWord } from "./arranging/arrange-words.ts";
import { fitted } from "./arranging/fitted.ts";
import { ownLine, ownPartOf, paperOf } from "./arranging/own-places.ts";
import type { TemplateProblem } from "./definition/definition.contract.ts";
import type { FormField, RecordForm } from "./definition/record-form.contract.ts";
import { ownKey, resolveForm, type PublishedForm } from "./definition/resolve-form.ts";
import { usualField } from "./definition/usual-form.ts";

const base = "conference-record";
const languages = ["en", "es", "ar"] as const;
type Language = (typeof languages)[number];

interface Preview {
  readonly language: Language;
  readonly length: "usual" | "longest";
  /** Without one, the sample's own. */
  readonly grade?: number | undefined;
}

/** The grade of the student in the sample. */
const sampleGrade = 11;

/** A form as a PDF, filled with a record that could be: of usual length, or with the longest things people write. */
export async function drawPreview(published: PublishedForm, { language, length, grade }: Preview) {
  const form = resolveForm(published, grade ?? sampleGrade);
  const layout = arrangeLayout(layoutOf(base), form);
  const words = arrangeWords(wordsOf(base, language), layout, form, language);
  const values = sampleOf(length);
  const sections = fitted(withOwn(values.sections, form, length), layout);
  return await renderInWorker({ layout, words, values: { ...values, sections }, language });
}

/** What only drawing tells: letters nothing here can print, and a form that cannot be drawn. */
export async function problemsOnPaper(published: PublishedForm): Promise<TemplateProblem[]> {
  const whole = { section: "", field: null };
  const found: TemplateProblem[] = [];
  for (const language of languages) {
    try {
      const { missing } = await drawPreview(published, { language, length: "longest" });
      const known = await knownMissing(language);
      const what = missing.filter((letter) => !known.includes(letter));
      if (what.length > 0) found.push({ ...whole, code: "unprintable", what });
    } catch (thrown) {
      if (!(thrown instanceof FormProblem)) throw thrown;
      found.push({ ...whole, code: "undrawable", what: thrown.problems.slice(0, 5) });
    }
  }
  return found;
}

const missingInSample = new Map<Language, readonly string[]>();

/** Letters of the sample itself that this machine has no face for. */
async function knownMissing(language: Language): Promise<readonly string[]> {
  const known = missingInSample.get(language);
  if (known) return known;
  const [layout, words] = [layoutOf(base), wordsOf(base, language)];
  const { missing } = await renderInWorker({ layout, words, values: sampleOf("longest"), language });
  missingInSample.set(language, missing);
  return missing;
}

const sampleOf = (length: "usual" | "longest"): FormValues =>
  (
    JSON.parse(readFileSync(join(projectRoot, "templates", base, "sample.json"), "utf8")) as Record<
      string,
      FormValues
    >
  )[length]!;

type Sections = FormValues["sections"];

function withOwn(sections: Sections, form: RecordForm, length: "usual" | "longest"): Sections {
  const all: Sections = { ...sections };
  for (const section of form.sections) {
    const [paper, part] = [paperOf(section.key), ownPartOf(section)];
    const known = (all[paper]?.[part] ?? {}) as Record<string, PartValue>;
    const lines = Object.fromEntries(section.fields.flatMap((field) => lineOf(field, length)));
    if (Object.keys(lines).length > 0)
      all[paper] = { ...all[paper], [part]: { ...lines, ...known } as PartValue };
  }
  return all;
}

function lineOf(field: FormField, length: "usual" | "longest"): [string, Words][] {
  if (field.own) return [[ownLine(ownKey(field.name)!), said(field, length)]];
  const line = usualField(field.name)?.line?.[1];
  return line ? [[line, { word: "added.sampleText" }]] : [];
}

/** Something that could stand there: its kind decides, and a long text where long ones are tried. */
function said({ name, own }: FormField, length: "usual" | "longest"): Words {
  switch (own!.kind) {
    case "day":
      return { day: "2027-03-05" };
    case "tick":
      return { word: "added.ticked" };
    case "choice":
      return own!.choices[0] ? { word: choiceWord(ownKey(name)!, own!.choices[0].key) } : "–";
    case "data":
      return { word: "added.sampleData" };
    case "line":
      return { word: "added.sampleLine" };
    case "text":
      return length === "usual"
        ? { word: "added.sampleText" }
        : Array.from({ length: 6 }, () => ({ word: "added.sampleText" }));
    default:
      return own!.kind satisfies never;
  }
}
