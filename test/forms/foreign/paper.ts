import { PDFDocument, PDFName, type PDFDict, type PDFForm, type PDFPage } from "pdf-lib";

/** A letter-size page to put fields on. */
export interface Paper {
  document: PDFDocument;
  page: PDFPage;
  form: PDFForm;
}

const POINTS = 72 / 25.4;

/** Begins a form with one page that says its name in a corner. */
export async function paper(): Promise<Paper> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([612, 792]);
  page.drawText("Form of the school", { x: 40, y: 740, size: 14 });
  return { document, page, form: document.getForm() };
}

const EDGE = 0.5;

/** Millimetres from the top left of an upright letter page, as pdf-lib takes them: it draws the edge around them. */
export const box = (x: number, y: number, width: number, height: number) => ({
  x: x * POINTS + EDGE / 2,
  y: 792 - (y + height) * POINTS + EDGE / 2,
  width: width * POINTS - EDGE,
  height: height * POINTS - EDGE,
  borderWidth: EDGE,
});

/** The same as a rectangle of the file. */
export const rect = (x: number, y: number, width: number, height: number): number[] => [
  x * POINTS,
  792 - (y + height) * POINTS,
  (x + width) * POINTS,
  792 - y * POINTS,
];

/** Adds a widget and its field as one dictionary, written by hand. */
export function addRaw({ document, page, form }: Paper, facts: Record<string, unknown>): PDFDict {
  const dict = document.context.obj({
    Type: "Annot",
    Subtype: "Widget",
    F: 4,
    ...(facts as Record<string, string>),
  });
  const ref = document.context.register(dict);
  page.node.addAnnot(ref);
  if (!dict.has(PDFName.of("Parent"))) form.acroForm.addField(ref);
  return dict;
}

/** Saves as pdf-lib does; with plain cross references when asked. */
export const saved = ({ document }: Pick<Paper, "document">, useObjectStreams = true): Promise<Uint8Array> =>
  document.save({ useObjectStreams, updateFieldAppearances: false });
