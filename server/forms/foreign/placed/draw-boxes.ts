import { fillForm } from "../fill-form.ts";
import type { ForeignField, ForeignForm, FormBox } from "../foreign-form.ts";
import type { LetterCase } from "../../page/letter-case.ts";
import type { Overlay } from "../drawing/overlay.ts";

/** Draws every box of a form over its pages, with its name: to see what is meant. Throws a `Problem` when the PDF cannot be read. */
export async function drawBoxes(bytes: Uint8Array, form: ForeignForm): Promise<Uint8Array> {
  // Fields are drawn above everything else and would hide the names.
  const flat = (await fillForm({ bytes, entries: [] })).bytes;
  const [{ openPdf }, { Overlay }, { LetterCase }, { embedFonts }, { savePdf }, { ReadingOrder }] =
    await Promise.all([
      import("../reading/open-pdf.ts"),
      import("../drawing/overlay.ts"),
      import("../../page/letter-case.ts"),
      import("../../page/embed-fonts.ts"),
      import("../saving/save-pdf.ts"),
      import("../drawing/reading-order.ts"),
    ]);
  const { document, pages } = await openPdf(flat);
  const order = new ReadingOrder(document);
  const overlays = pages.map((page) => new Overlay(page, order));
  const letters = new LetterCase();
  for (const field of form.fields)
    for (const box of field.widgets) await drawBox(field, box, overlays[box.page - 1]!, letters);
  const fonts = document.context.register(embedFonts(document.context, letters.fonts.values()));
  for (const overlay of overlays) overlay.attach(fonts);
  return savePdf(document, [bytes, JSON.stringify(form)]);
}

const BLUE = "0.05 0.3 0.7";

async function drawBox(
  field: ForeignField,
  box: FormBox,
  overlay: Overlay,
  letters: LetterCase,
): Promise<void> {
  const [{ placeOf }, { nameLabel }] = await Promise.all([
    import("../drawing/box-place.ts"),
    import("./name-label.ts"),
  ]);
  const place = placeOf(overlay.page, box);
  const { width, height } = place;
  overlay.add(`${BLUE} RG 0.7 w 0 0 ${width.toFixed(2)} ${height.toFixed(2)} re S`, place.matrix);
  const name = box.option === undefined ? field.name : `${field.name}: ${box.option}`;
  overlay.add(nameLabel(name, place, letters), place.matrix);
}
