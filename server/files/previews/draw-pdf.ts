import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { projectRoot } from "#server/project-root.ts";
import { limits } from "../limits.ts";
import { drawImage } from "./draw-image.ts";
import { edges, type Picture } from "./picture.ts";

const folder = dirname(createRequire(join(projectRoot, "package.json")).resolve("pdfjs-dist/package.json"));

/** Opens a PDF to look at; nothing in it runs. Throws when it is encrypted or damaged. */
export async function openPdf(path: string): Promise<PDFDocumentProxy> {
  return await getDocument({
    data: new Uint8Array(await readFile(path)),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    cMapUrl: `${folder}/cmaps/`,
    wasmUrl: `${folder}/wasm/`,
    verbosity: 0,
  }).promise;
}

/** The first page's size in points. */
export async function measurePdf(pdf: PDFDocumentProxy): Promise<{ width: number; height: number }> {
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return { width: Math.round(width), height: Math.round(height) };
}

/** The first page small and large, then each further page. */
export async function* drawPages(pdf: PDFDocumentProxy): AsyncGenerator<Picture> {
  const count = Math.min(pdf.numPages, limits.previewPages);
  for (let number = 1; number <= count; number++) {
    const page = await pdf.getPage(number);
    const picture = await drawPage(page, number === 1 ? "large" : `page-${number}`);
    yield picture;
    if (number === 1) yield await drawImage(picture.data, "small", edges.small);
    page.cleanup();
  }
}

async function drawPage(page: PDFPageProxy, kind: string): Promise<Picture> {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: edges.large / Math.max(natural.width, natural.height) });
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
  const canvas = createCanvas(width, height);
  const canvasContext = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport, background: "white" }).promise;
  return await drawImage(canvas.data(), kind, edges.large, {
    raw: { width, height, channels: 4 },
  });
}
