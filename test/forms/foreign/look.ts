import { inflateSync } from "node:zlib";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFRawStream, type PDFObject } from "pdf-lib";
import type { FormBox } from "#server/forms/foreign/foreign-form.ts";
import { openPdf } from "../read-pdf.ts";

/** A run of words as a viewer finds it: millimetres from the top left of the page as shown, where its baseline starts. */
export interface FoundText {
  page: number;
  x: number;
  y: number;
  /** Degrees against the clock, as seen. */
  angle: number;
  text: string;
}

const mm = (points: number): number => (points * 25.4) / 72;

/** All words of a file with their places as shown. */
export const findText = (bytes: Uint8Array): Promise<FoundText[]> =>
  openPdf(bytes, async (pdf) => {
    const found: FoundText[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      for (const item of (await page.getTextContent()).items) {
        if (!("str" in item) || item.str.trim() === "") continue;
        const [a, b, , , e, f] = item.transform as number[];
        const [x, y] = viewport.convertToViewportPoint(e!, f!) as [number, number];
        const angle = (Math.atan2(b!, a!) * 180) / Math.PI - page.rotate;
        found.push({
          page: number,
          x: mm(x),
          y: mm(y),
          angle: ((Math.round(angle) % 360) + 360) % 360,
          text: item.str,
        });
      }
    }
    return found;
  });

/** The words whose baselines begin inside a box. */
export const within = (found: FoundText[], box: FormBox): FoundText[] =>
  found.filter(
    ({ page, x, y }) => page === box.page && isIn(x - box.x, box.width) && isIn(y - box.y, box.height),
  );

const isIn = (at: number, length: number): boolean => at >= -0.1 && at <= length + 0.1;

/** The same, joined. */
export const textIn = (found: FoundText[], box: FormBox): string =>
  within(found, box)
    .map(({ text }) => text)
    .join("");

/** How many fields a viewer offers. */
export const countWidgets = (bytes: Uint8Array): Promise<number> =>
  openPdf(bytes, async (pdf) => {
    let count = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const annotations = (await (await pdf.getPage(number)).getAnnotations()) as { subtype: string }[];
      count += annotations.filter(({ subtype }) => subtype === "Widget").length;
    }
    return count;
  });

/** Every object of a file, reachable or not, written out in full; compressed streams are opened. */
export async function everythingIn(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false, preserveXFA: true });
  const objects = context
    .enumerateIndirectObjects()
    .map(([ref, object]) => `${ref.toString()} ${opened(object)}`);
  return objects.join("\n");
}

function opened(object: PDFObject): string {
  if (!(object instanceof PDFRawStream)) return object.toString();
  const packed = object.dict.toString().includes("/FlateDecode");
  const content = packed ? inflateSync(object.contents) : Buffer.from(object.contents);
  return `${object.dict.toString()} ${content.toString("latin1")}`;
}

/** What qpdf says is wrong with a file; empty where it is not installed. */
export function complaintsAbout(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "lectern-test-qpdf-"));
  const file = join(folder, "form.pdf");
  writeFileSync(file, bytes);
  try {
    execFileSync("qpdf", ["--check", file], { stdio: "pipe" });
    return "";
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: string; stdout: Buffer; stderr: Buffer };
    return code === "ENOENT" ? "" : `${stdout.toString()}${stderr.toString()}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
