import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Storage } from "#server/files/storage/storage.ts";
import { appendPages } from "#server/forms/foreign/append-pages.ts";
import { fillBeside } from "#server/forms/foreign/fill-beside.ts";
import type { Overflow } from "#server/forms/foreign/fill-form.ts";
import { projectRoot } from "#server/project-root.ts";
import { translator } from "#server/words/translator.ts";
import type { FormTried } from "./school-form.contract.ts";
import type { StoredForm } from "./school-form.queries.ts";
import { entriesFor } from "./slots/entries.ts";
import type { SlotValues } from "./slots/slot.ts";

/** A filled form, and what it could not hold. */
export interface FilledSchoolForm extends FormTried {
  readonly bytes: Uint8Array;
}

/** Fills a school's form with values; what does not fit into a field goes on at the end, under the field's name. */
export async function fillSchoolForm(
  files: Storage,
  form: StoredForm,
  values: SlotValues,
  language: string,
): Promise<FilledSchoolForm> {
  const { entries, unknownOptions } = entriesFor(form.form.fields, form.mapping, values, language);
  const blank = await files.withLocalFile(form.storageKey, (path) => readFile(path));
  const placed = form.isPlaced ? { form: form.form } : {};
  const { bytes, overflows } = await fillBeside({ bytes: blank, entries, language, ...placed });
  return { bytes: await withTheRest(bytes, overflows, form, language), overflows, unknownOptions };
}

async function withTheRest(bytes: Uint8Array, overflows: Overflow[], { form }: StoredForm, language: string) {
  if (overflows.length === 0) return bytes;
  const labelOf = (name: string) => form.fields.find((field) => field.name === name)?.tooltip ?? name;
  return await appendPages(bytes, {
    title: translator(language)("school-forms.goesOn"),
    entries: overflows.map(({ field, rest }) => ({ label: labelOf(field), text: `… ${rest}` })),
    language,
  });
}

let sample: Promise<SlotValues> | undefined;

/** The longest things people really write, in every slot; read once, it ships with the product. */
export const longestValues = (): Promise<SlotValues> =>
  (sample ??= readFile(join(projectRoot, "templates/school-forms/sample.json"), "utf8").then(
    (text) => JSON.parse(text) as SlotValues,
  ));
