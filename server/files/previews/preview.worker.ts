import { parentPort } from "node:worker_threads";
import type { Picture, PreviewNews, PreviewOrder } from "./picture.ts";

// A thread of its own, because a page of a PDF takes a sixth of a second in which nobody else would be answered.
const tell = (news: PreviewNews) => parentPort?.postMessage(news);

type Draw = (path: string) => Promise<void>;

/** What loads the libraries a kind needs, and then draws it. */
const drawers: Record<string, () => Promise<Draw>> = {
  "application/pdf": pdfDrawer,
  "image/svg+xml": svgDrawer,
  "image/heic": heicDrawer,
};

async function imageDrawer(): Promise<Draw> {
  const { measureImage, drawBoth } = await import("./draw-image.ts");
  return async (path) => {
    const size = await measureImage(path);
    await show(drawBoth(path));
    tell({ done: { ...size, pages: null } });
  };
}

async function svgDrawer(): Promise<Draw> {
  const [{ drawBoth }, { openSvg }] = await Promise.all([import("./draw-image.ts"), import("./draw-svg.ts")]);
  return async (path) => {
    const { data, density, size } = await openSvg(path);
    await show(drawBoth(data, { density }));
    tell({ done: { ...size, pages: null } });
  };
}

async function heicDrawer(): Promise<Draw> {
  const [{ drawBoth }, { openHeic }] = await Promise.all([
    import("./draw-image.ts"),
    import("./draw-heic.ts"),
  ]);
  return async (path) => {
    const { data, raw } = await openHeic(path);
    await show(drawBoth(data, { raw }));
    tell({ done: { width: raw.width, height: raw.height, pages: null } });
  };
}

async function pdfDrawer(): Promise<Draw> {
  const { openPdf, measurePdf, drawPages } = await import("./draw-pdf.ts");
  return async (path) => {
    const pdf = await openPdf(path);
    try {
      const size = await measurePdf(pdf);
      await show(drawPages(pdf));
      tell({ done: { ...size, pages: pdf.numPages } });
    } finally {
      await pdf.destroy();
    }
  };
}

async function show(pictures: AsyncIterable<Picture>): Promise<void> {
  for await (const picture of pictures) tell({ picture });
}

/** A rejection before the drawing begins is a fault of ours, such as a library that does not load; it ends the thread and is told there. */
async function draw({ path, mediaType }: PreviewOrder): Promise<void> {
  const drawFrom = await (drawers[mediaType] ?? imageDrawer)();
  await drawFrom(path).catch((error: unknown) =>
    tell({ damaged: error instanceof Error ? error.message : String(error) }),
  );
}

parentPort?.on("message", (order: PreviewOrder) => void draw(order));
