import type { Removed } from "./cleaning/clean-document.ts";

export type { RemovedKind } from "./cleaning/actions.ts";
export type { Removed } from "./cleaning/clean-document.ts";

/** A form in which nothing acts by itself any more, and what was taken out. */
export interface CleanForm {
  bytes: Uint8Array;
  removed: Removed[];
}

/** Takes scripts, actions, links to outside, attachments, media and XFA out of a PDF; its fields and pages stay. Throws a `Problem` when it cannot be read. */
export async function cleanForm(bytes: Uint8Array): Promise<CleanForm> {
  const [{ openForm }, { cleanDocument }, { savePdf }] = await Promise.all([
    import("./reading/read-form.ts"),
    import("./cleaning/clean-document.ts"),
    import("./saving/save-pdf.ts"),
  ]);
  const { document, pages } = await openForm(bytes);
  const removed = cleanDocument(document, pages);
  return { bytes: await savePdf(document, [bytes]), removed };
}
