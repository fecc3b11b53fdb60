// npm run form:boxes -- form.pdf [mapping.json] out.pdf: draws where Lectern would write, and lists the fields.
import { readFileSync, writeFileSync } from "node:fs";
import { FormProblem } from "#server/forms/check-form.ts";
import type { ForeignForm } from "#server/forms/foreign/foreign-form.ts";
import { inspectForm, measurePages } from "#server/forms/foreign/inspect-form.ts";
import { checkPlacedForm } from "#server/forms/foreign/placed/check-placed-form.ts";
import { drawBoxes } from "#server/forms/foreign/placed/draw-boxes.ts";
import { formOfBoxes } from "#server/forms/foreign/placed/form-of-boxes.ts";

async function formBoxes(files: string[]): Promise<void> {
  const [pdf, ...rest] = files;
  const out = rest.pop();
  if (!pdf || !out || rest.length > 1)
    throw new Error("Name a PDF and where to draw: npm run form:boxes -- form.pdf [mapping.json] out.pdf");
  const bytes = new Uint8Array(readFileSync(pdf));
  const form = rest[0] === undefined ? await inspectForm(bytes) : await placedForm(bytes, rest[0]);
  for (const { name, kind, widgets, tooltip } of form.fields)
    console.log(`${name}\t${kind}\tpage ${widgets[0]!.page}${tooltip === null ? "" : `\t${tooltip}`}`);
  writeFileSync(out, await drawBoxes(bytes, form));
  console.log(`${form.fields.length} fields, drawn in ${out}.`);
}

async function placedForm(bytes: Uint8Array, file: string): Promise<ForeignForm> {
  const sizes = await measurePages(bytes);
  return formOfBoxes(checkPlacedForm(JSON.parse(readFileSync(file, "utf8")), sizes), sizes);
}

formBoxes(process.argv.slice(2)).catch((error: unknown) => {
  const lines =
    error instanceof FormProblem ? error.problems : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) console.error(line);
  process.exitCode = 1;
});
