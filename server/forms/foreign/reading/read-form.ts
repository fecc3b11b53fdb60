import { dictAt, at } from "./dictionaries.ts";
import { openPdf, whole, type OpenPdf } from "./open-pdf.ts";
import { readFields, type ReadField } from "./read-fields.ts";
import { xfaOnly } from "../refusals.ts";

/** A form open for filling. */
export interface OpenForm extends OpenPdf {
  fields: ReadField[];
}

/** Opens a PDF and reads its fields, of which there may be none; throws what `openPdf` throws, and `form-xfa`. */
export async function openForm(bytes: Uint8Array): Promise<OpenForm> {
  const pdf = await openPdf(bytes);
  const fields = await whole(() => readFields(pdf.document, pdf.pages));
  const form = dictAt(pdf.document.catalog, "AcroForm");
  const isXfa = form !== undefined && at(form, "XFA") !== undefined;
  if (isXfa && !fields.some(({ field }) => field)) throw xfaOnly();
  return { ...pdf, fields };
}
