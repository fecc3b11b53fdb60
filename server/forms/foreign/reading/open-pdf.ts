import { EncryptedPDFError, PDFDocument } from "pdf-lib";
import { Problem } from "#server/http/problems.ts";
import { damaged, locked, tooLarge } from "../refusals.ts";
import { viewPages, type PageView } from "./page-view.ts";

const MOST_BYTES = 10 * 1024 * 1024;
/** How far from the end of a file its end mark may stand, for what mail programs add. */
const TAIL = 4096;

/** A PDF that others made, open for reading and changing. */
export interface OpenPdf {
  document: PDFDocument;
  pages: PageView[];
}

/** Opens a PDF; throws `form-too-large`, `form-locked` or `form-damaged`. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  if (bytes.byteLength > MOST_BYTES) throw tooLarge();
  const ends = (part: Uint8Array) => Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (!ends(bytes.subarray(0, 1024)).includes("%PDF-")) throw damaged();
  if (!ends(bytes.subarray(-TAIL)).includes("%%EOF")) throw damaged();
  return whole(async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, preserveXFA: true });
    const pages = viewPages(document.catalog);
    if (pages.length === 0) throw damaged();
    return { document, pages };
  });
}

/** Reads what strangers wrote: whatever cannot be read is a damaged form, never our own failure. */
export async function whole<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw error instanceof EncryptedPDFError ? locked() : damaged();
  }
}
