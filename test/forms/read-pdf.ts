import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "#server/project-root.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createCanvas } from "@napi-rs/canvas";

const standardFontDataUrl = `${pathToFileURL(join(projectRoot, "node_modules/pdfjs-dist/standard_fonts")).href}/`;

/** A node of the tag tree as a reader hears it. */
export interface HeardNode {
  role?: string;
  lang?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: HeardNode[];
}

/** Opens a PDF the way a browser would. */
export async function openPdf<T>(
  bytes: Uint8Array,
  use: (pdf: Awaited<ReturnType<typeof load>>["pdf"]) => Promise<T>,
): Promise<T> {
  const { pdf, task } = await load(bytes);
  try {
    return await use(pdf);
  } finally {
    await task.destroy();
  }
}

async function load(bytes: Uint8Array) {
  const task = getDocument({ data: bytes.slice(), standardFontDataUrl, verbosity: 0, useSystemFonts: false });
  return { task, pdf: await task.promise };
}

/** The words of each page. */
export const textOf = (bytes: Uint8Array): Promise<string[]> =>
  openPdf(bytes, async (pdf) => {
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""));
    }
    return pages;
  });

/** The tag tree of each page. */
export const treesOf = (bytes: Uint8Array): Promise<HeardNode[]> =>
  openPdf(bytes, async (pdf) => {
    const trees: HeardNode[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      trees.push((await (await pdf.getPage(number)).getStructTree()) as HeardNode);
    }
    return trees;
  });

/** All nodes of a role. */
export const nodesOf = (node: HeardNode, role: string): HeardNode[] => [
  ...(node.role === role ? [node] : []),
  ...(node.children ?? []).flatMap((child) => nodesOf(child, role)),
];

/** A grey picture of a page. */
export interface GreyPicture {
  width: number;
  height: number;
  /** One byte a point. */
  grey: Uint8Array;
  png: Buffer;
}

/** Draws a page in grey. */
export const pictureOf = (bytes: Uint8Array, number: number, scale: number): Promise<GreyPicture> =>
  openPdf(bytes, async (pdf) => {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    const context = canvas.getContext("2d");
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const grey = new Uint8Array(canvas.width * canvas.height).map(
      (_, at) => (data[4 * at]! + data[4 * at + 1]! + data[4 * at + 2]!) / 3,
    );
    return { width: canvas.width, height: canvas.height, grey, png: canvas.toBuffer("image/png") };
  });
