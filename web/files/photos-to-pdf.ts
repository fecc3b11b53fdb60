/** Pixels of the longer edge: handwriting stays readable, and nine pages stay a small file. */
const longestEdge = 2000;
/** The longer edge of a letter page, in points. */
const pagePoints = 792;

/** What became of some photos: one PDF with a page for each, and those this browser cannot read. */
export type OnePdf = { file: File | undefined; unreadable: File[] };

/** Makes one PDF of photos, in their order, upright and without where and when they were taken. */
export async function photosToPdf(photos: File[], name: string): Promise<OnePdf> {
  const { PDFDocument } = await import("pdf-lib");
  const pdf = await PDFDocument.create();
  const unreadable: File[] = [];
  for (const photo of photos) {
    const jpeg = await drawUpright(photo).catch(() => undefined);
    if (!jpeg) {
      unreadable.push(photo);
      continue;
    }
    const image = await pdf.embedJpg(await jpeg.arrayBuffer());
    const { width, height } = image.scale(pagePoints / Math.max(image.width, image.height));
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  if (pdf.getPageCount() === 0) return { file: undefined, unreadable };
  const bytes = new Uint8Array(await pdf.save());
  return { file: new File([bytes], `${name}.pdf`, { type: "application/pdf" }), unreadable };
}

/** The picture as it was held, drawn anew: what the camera wrote beside it stays behind. */
async function drawUpright(photo: File): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: "from-image" });
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "#fff"; // a drawing with nothing behind it would be on black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture."))), "image/jpeg", 0.85),
  );
}
