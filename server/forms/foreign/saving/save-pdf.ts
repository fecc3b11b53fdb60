import { createHash } from "node:crypto";
import { PDFHexString, type PDFDocument } from "pdf-lib";

/** Writes a file; its identifier comes from what it was made of, so the same input gives the same bytes. */
export async function savePdf(document: PDFDocument, madeOf: (Uint8Array | string)[]): Promise<Uint8Array> {
  const digest = createHash("sha256");
  for (const part of madeOf) digest.update(part);
  const id = PDFHexString.of(digest.digest("hex").slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  // Whether objects are packed into streams follows what the file claims to be: PDF/A-1 forbids it.
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}
