import { fromFd, type Entry, type ZipFile } from "yauzl";
import { open } from "node:fs/promises";
import { findKind, kindOf, type FileKind } from "./file-kind.ts";
import { archive, macros, program } from "./refusals.ts";

/** No document has as many parts; a list made long to keep us busy has more. */
const mostEntries = 10_000;

const office = "application/vnd.openxmlformats-officedocument";
const mainParts: Record<string, string> = {
  "word/document.xml": `${office}.wordprocessingml.document`,
  "xl/workbook.xml": `${office}.spreadsheetml.sheet`,
  "ppt/presentation.xml": `${office}.presentationml.presentation`,
};
const macroParts = /(^|\/)vbaproject\.bin$|^(basic|scripts)\/./i;
const programParts = /\.(exe|com|scr|bat|cmd|vbs|vbe|jse?|wsf|ps1|msi|dll|hta|lnk|jar|app|sh)$/i;

/** Finds the document in a ZIP by the parts it lists; nothing is unpacked. `found` is what its first bytes say. */
export async function lookIntoZip(path: string, found: string | undefined): Promise<FileKind> {
  const names = await listNames(path).catch(() => {
    throw archive();
  });
  const kind = officeKind(names) ?? openDocumentKind(names, found);
  if (!kind) throw archive();
  if (names.some((name) => macroParts.test(name))) throw macros();
  if (names.some((name) => programParts.test(name))) throw program();
  return kind;
}

function officeKind(names: string[]): FileKind | undefined {
  if (!names.includes("[Content_Types].xml")) return undefined;
  const mediaTypes = names.flatMap((name) => mainParts[name] ?? []);
  return mediaTypes.length === 1 ? kindOf(mediaTypes[0]!) : undefined;
}

/** OpenDocument says what it is in its first part, which is never packed. */
function openDocumentKind(names: string[], found: string | undefined): FileKind | undefined {
  const isOpen = found?.startsWith("application/vnd.oasis.opendocument.") && names[0] === "mimetype";
  return isOpen && names.includes("content.xml") ? findKind(found) : undefined;
}

async function listNames(path: string): Promise<string[]> {
  const file = await open(path);
  try {
    return await namesIn(await openZip(file.fd));
  } finally {
    await file.close();
  }
}

const openZip = (fd: number): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromFd(fd, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );

const namesIn = (zip: ZipFile): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const names: string[] = [];
    if (zip.entryCount > mostEntries) return reject(new Error("Too many parts."));
    zip.on("error", reject);
    zip.on("end", () => resolve(names));
    zip.on("entry", (entry: Entry) => {
      names.push(entry.fileName);
      zip.readEntry();
    });
    zip.readEntry();
  });
