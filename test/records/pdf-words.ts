import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { projectRoot } from "#server/project-root.ts";
import type { Lectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { pdfAddress } from "#web/records/record.api.ts";

/** The bytes of a PDF as somebody fetches it, kept to be looked at. */
export async function fetchPdf(lectern: Lectern, reader: Person, url: string, name: string): Promise<Buffer> {
  const cookie = await lectern.cookieOf(reader);
  const { statusCode, rawPayload, payload } = await lectern.app.inject({ url, headers: { cookie } });
  if (statusCode !== 200) throw new Error(payload);
  const folder = join(projectRoot, "build/pdfs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), rawPayload);
  return rawPayload;
}

/** The words of a PDF, in the order they are drawn. */
export async function wordsIn(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    }),
  );
  return pages.join(" ").replace(/\s+/g, " ");
}

/** What a record's PDF says to somebody. */
export const pdfOf = async (lectern: Lectern, reader: Person, recordId: string, name: string) =>
  await wordsIn(await fetchPdf(lectern, reader, pdfAddress(recordId, "en"), name));
