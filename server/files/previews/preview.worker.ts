import { parentPort } from "node:worker_threads";
import type { Picture, PreviewNews, PreviewOrder } from "./picture.ts";

// A thread of its own, because a page of a PDF takes a sixth of a second in which nobody else would be answered.
const tell = (news: PreviewNews) => parentPort?.postMessage(news);

async function drawFromImage(path: string): Promise<void> {
  const { measureImage, drawBoth } = await import("./draw-image.ts");
  await orDamaged(async () => {
    const size = await measureImage(path);
    await show(drawBoth(path));
    tell({ done: { ...size, pages: null } });
  });
}

async function drawFromPdf(path: string): Promise<void> {
  const { openPdf, measurePdf, drawPages } = await import("./draw-pdf.ts");
  await orDamaged(async () => {
    const pdf = await openPdf(path);
    try {
      const size = await measurePdf(pdf);
      await show(drawPages(pdf));
      tell({ done: { ...size, pages: pdf.numPages } });
    } finally {
      await pdf.destroy();
    }
  });
}

async function show(pictures: AsyncIterable<Picture>): Promise<void> {
  for await (const picture of pictures) tell({ picture });
}

async function orDamaged(draw: () => Promise<void>): Promise<void> {
  await draw().catch((error: unknown) =>
    tell({ damaged: error instanceof Error ? error.message : String(error) }),
  );
}

// A rejection here is a fault of ours, such as a library that does not load; it ends the thread and is told there.
parentPort?.on("message", ({ path, mediaType }: PreviewOrder) => {
  void (mediaType === "application/pdf" ? drawFromPdf(path) : drawFromImage(path));
});
