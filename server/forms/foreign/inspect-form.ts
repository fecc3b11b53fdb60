import { millimetresOf, type ForeignForm, type PageSize } from "./foreign-form.ts";
import type { PageView } from "./reading/page-view.ts";
import { flat } from "./refusals.ts";

// Ask before cleaning: which fields are days stands only in their scripts.
/** Names the fields of a PDF form; throws a `Problem`: `form-locked`, `form-xfa`, `form-damaged`, `form-flat`, `form-too-large`. */
export async function inspectForm(bytes: Uint8Array): Promise<ForeignForm> {
  const { openForm } = await import("./reading/read-form.ts");
  const { pages, fields } = await openForm(bytes);
  const described = fields.flatMap(({ field }) => field ?? []);
  if (described.length === 0) throw flat();
  return { pages: pages.map(sizeOf), fields: described };
}

/** The sizes of a PDF's pages, for placing boxes on them; throws a `Problem` when it cannot be read. */
export async function measurePages(bytes: Uint8Array): Promise<PageSize[]> {
  const { openPdf } = await import("./reading/open-pdf.ts");
  return (await openPdf(bytes)).pages.map(sizeOf);
}

const sizeOf = ({ width, height }: PageView): PageSize => ({
  width: millimetresOf(width),
  height: millimetresOf(height),
});
