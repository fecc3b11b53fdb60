import type { DrawnLine, FieldEntry, Overflow } from "./entry.ts";
import type { ForeignForm } from "./foreign-form.ts";

export type { DrawnLine, FieldEntry, Overflow } from "./entry.ts";

/** A form to fill. */
export interface FormToFill {
  bytes: Uint8Array;
  entries: FieldEntry[];
  /** The boxes of a flat form (`formOfBoxes`); left out: the fields of the PDF itself. */
  form?: ForeignForm;
  /** Of what is written in, BCP 47. */
  language?: string;
}

/** A filled form without fields. */
export interface FilledForm {
  bytes: Uint8Array;
  /** What did not fit: the drawn text ends with “…”, and the rest is for the caller to place (`appendPages`). */
  overflows: Overflow[];
  lines: DrawnLine[];
  /** Letters no face has; each is drawn as a replacement sign. */
  missing: string[];
}

/**
 * Writes entries into a form and makes it plain pages, with nothing left to fill or to run; the same input gives the same bytes.
 * Throws a `Problem` as `inspectForm` does, and `FormProblem` naming entries the form has no place for.
 */
export async function fillForm({ bytes, entries, form, language = "en" }: FormToFill): Promise<FilledForm> {
  const [{ openForm }, { cleanDocument }, { fillDocument }, { savePdf }, { checkEntries }] =
    await Promise.all([
      import("./reading/read-form.ts"),
      import("./cleaning/clean-document.ts"),
      import("./drawing/fill-document.ts"),
      import("./saving/save-pdf.ts"),
      import("./check-entries.ts"),
    ]);
  const open = await openForm(bytes);
  checkEntries(entries, form?.fields ?? open.fields.flatMap(({ field }) => field ?? []));
  cleanDocument(open.document, open.pages);
  const { overflows, lines, missing } = fillDocument(open, { form, entries, language });
  const saved = await savePdf(open.document, [bytes, JSON.stringify({ entries, form, language })]);
  return { bytes: saved, overflows, lines, missing: [...missing].sort() };
}
