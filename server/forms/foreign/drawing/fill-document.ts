import { PDFBool, type PDFDict } from "pdf-lib";
import { LetterCase } from "../../page/letter-case.ts";
import { embedFonts } from "../../page/embed-fonts.ts";
import type { FieldEntry } from "../entry.ts";
import type { ForeignField, ForeignForm } from "../foreign-form.ts";
import { at, dictAt, wordsOf } from "../reading/dictionaries.ts";
import { hasFlag, isButton } from "../reading/flags.ts";
import type { ReadField } from "../reading/read-fields.ts";
import type { OpenForm } from "../reading/read-form.ts";
import type { ReadWidget } from "../reading/read-widgets.ts";
import { dropUnreachable } from "../saving/drop-unreachable.ts";
import { flatten } from "../saving/flatten.ts";
import { Filler, type BoxToFill } from "./draw-field.ts";
import { oldPicture } from "./old-picture.ts";
import { Overlay } from "./overlay.ts";

/** What to fill: `form` names the boxes of a flat form; without it the file's own fields are meant. */
export interface Filling {
  form?: ForeignForm | undefined;
  entries: FieldEntry[];
  language: string;
}

/** Draws entries into a form, draws the rest of its fields as they are, and takes the fields away. */
export function fillDocument({ document, pages, fields }: OpenForm, filling: Filling): Filler {
  const overlays = pages.map((page) => new Overlay(page));
  const filler = new Filler(new LetterCase(), filling.language);
  const entries = new Map(filling.entries.map((entry) => [entry.field, entry]));
  const acroForm = dictAt(document.catalog, "AcroForm");
  const isStale = acroForm !== undefined && at(acroForm, "NeedAppearances") === PDFBool.True;
  for (const read of fields) {
    const entry = filling.form ? undefined : entries.get(read.name);
    if (entry && read.field) filler.fill(read.field, entry, boxesOf(read, overlays));
    else keep(filler, read, overlays, isStale);
  }
  for (const field of filling.form?.fields ?? []) {
    const entry = entries.get(field.name);
    if (entry) filler.fill(field, entry, placedBoxes(field, overlays));
  }
  flatten(document, pages);
  const fonts = document.context.register(embedFonts(document.context, filler.letters.fonts.values()));
  for (const overlay of overlays) overlay.attach(fonts);
  // Only now: until they are attached, nothing leads to the form's own pictures.
  dropUnreachable(document.context);
  return filler;
}

const seen = ({ widgets }: ReadField): ReadWidget[] => widgets.filter((widget) => !widget.isHidden);

const boxesOf = (read: ReadField, overlays: Overlay[]): BoxToFill[] =>
  seen(read).map(({ dict, page }, index) => ({
    box: read.field!.widgets[index]!,
    overlay: overlays[page.number - 1]!,
    widget: dict,
  }));

const placedBoxes = (field: ForeignField, overlays: Overlay[]): BoxToFill[] =>
  field.widgets.map((box) => ({ box, overlay: overlays[box.page - 1]! }));

/** Draws a field nobody fills as the form pictures it, or says what stands in it. */
function keep(filler: Filler, read: ReadField, overlays: Overlay[], isStale: boolean): void {
  const { field } = read;
  for (const [index, { dict, page }] of seen(read).entries()) {
    if (isCaptioned(dict)) continue;
    const overlay = overlays[page.number - 1]!;
    const isOwn = field !== undefined && isStale && ["text", "date", "choice"].includes(field.kind);
    const picture = isOwn && field.widgets[index]?.option === undefined ? undefined : oldPicture(dict);
    if (picture) overlay.picture(picture);
    else if (field)
      filler.fill(field, asItIs(field), [{ box: field.widgets[index]!, overlay, widget: dict }]);
  }
}

// “Print” and “Send” mean nothing on paper; a button without words is often the school's crest.
function isCaptioned(widget: PDFDict): boolean {
  const look = dictAt(widget, "MK");
  return (
    isButton(widget) && hasFlag(widget, "push") && look !== undefined && Boolean(wordsOf(at(look, "CA")))
  );
}

/** What a field says already, as an entry. */
function asItIs({ name, kind, value, options }: ForeignField): FieldEntry {
  if (kind === "tick") return { field: name, isTicked: value !== null };
  if (value === null) return { field: name };
  return options.some((option) => option.value === value)
    ? { field: name, option: value }
    : { field: name, text: value };
}
