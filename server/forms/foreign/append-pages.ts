import type { MorePages } from "./drawing/continue-document.ts";

export type { MorePages } from "./drawing/continue-document.ts";

/** Adds pages at the end of a PDF, as large as its last one, in our own type. Throws a `Problem` when the PDF cannot be read. */
export async function appendPages(bytes: Uint8Array, more: MorePages): Promise<Uint8Array> {
  const [{ openPdf }, { continueDocument }, { savePdf }] = await Promise.all([
    import("./reading/open-pdf.ts"),
    import("./drawing/continue-document.ts"),
    import("./saving/save-pdf.ts"),
  ]);
  const open = await openPdf(bytes);
  continueDocument(open, more);
  return savePdf(open.document, [bytes, JSON.stringify(more)]);
}
