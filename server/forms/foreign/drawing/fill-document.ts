import { PDFBool, type PDFDict } from "pdf-lib";
import { LetterCase } from "../../page/letter-case.ts";
import { embedFonts } from "../../page/embed-fonts.ts";
import type { FieldEntry } from "../entry.ts";
import type { ForeignField, ForeignForm, FormBox } from "../foreign-form.ts";
import { at, dictAt, wordsOf } from "../reading/dictionaries.ts";
import { hasFlag, isButton } from "../reading/flags.ts";
import type { ReadField } from "../reading/read-fields.ts";
import type { OpenForm } from "../reading/read-form.ts";
import { dropUnreachable } from "../saving/drop-unreachable.ts";
import { flatten } from "../saving/flatten.ts";
import { Filler, isOn, type BoxToFill } from "./draw-field.ts";
import { oldPicture } from "./old-picture.ts";
import { Overlay } from "./overlay.ts";
import { ReadingOrder, type HeardField } from "./reading-order.ts";

/** What to fill: `form` names the boxes of a flat form; without it the file's own fields are meant. */
export interface Filling {
  form?: ForeignForm | undefined;
  entries: FieldEntry[];
  language: string;
}

/** Draws entries into a form, draws the rest of its fields as they are, and takes the fields away. */
export function fillDocument(open: OpenForm, filling: Filling): Filler {
  const { document, pages } = open;
  const order = new ReadingOrder(document);
  const overlays = pages.map((page) => new Overlay(page, order));
  const filler = new Filler(new LetterCase(), filling.language);
  const entries = new Map(filling.entries.map((entry) => [entry.field, entry]));
  const boxes = new Boxes(overlays, order);
  fillFields(open, filler, boxes, filling.form ? new Map() : entries);
  for (const field of filling.form?.fields ?? []) {
    const entry = entries.get(field.name);
    if (entry) filler.fill(field, entry, boxes.placed(field, entry));
  }
  flatten(document, pages);
  const fonts = document.context.register(embedFonts(document.context, filler.letters.fonts.values()));
  for (const overlay of overlays) overlay.attach(fonts);
  // Only now: until they are attached, nothing leads to the form's own pictures.
  dropUnreachable(document.context);
  return filler;
}

function fillFields(
  { document, fields }: OpenForm,
  filler: Filler,
  boxes: Boxes,
  entries: Map<string, FieldEntry>,
): void {
  const acroForm = dictAt(document.catalog, "AcroForm");
  const isStale = acroForm !== undefined && at(acroForm, "NeedAppearances") === PDFBool.True;
  for (const read of fields) {
    const entry = entries.get(read.name);
    if (entry && read.field) filler.fill(read.field, entry, boxes.of(read, entry));
    else keep(filler, read, boxes.of(read, read.field && asItIs(read.field)), isStale);
  }
}

/** Finds for every box the page it is on and what speaks of it. */
class Boxes {
  private readonly overlays: Overlay[];
  private readonly order: ReadingOrder;

  constructor(overlays: Overlay[], order: ReadingOrder) {
    this.overlays = overlays;
    this.order = order;
  }

  /** The seen boxes of a field in the file. */
  of({ widgets, field }: ReadField, entry?: FieldEntry): BoxToFill[] {
    const seen = widgets.filter((widget) => !widget.isHidden);
    return seen.map(({ dict, page, box: bare }, index) => {
      const box = field?.widgets[index] ?? bare;
      const element = this.order.elementOf(dict);
      if (element && field && entry) this.order.describe(element, heardAs(field, entry, box, dict));
      return { box, overlay: this.overlays[page.number - 1]!, widget: dict, element };
    });
  }

  /** The boxes of a field that only a mapping knows. */
  placed(field: ForeignField, entry: FieldEntry): BoxToFill[] {
    return field.widgets.map((box) => {
      const isEmpty = isMark(field, box) && !isOn(entry, box);
      const element = isEmpty ? undefined : this.order.addElement("P");
      return { box, overlay: this.overlays[box.page - 1]!, element };
    });
  }
}

const isMark = ({ kind }: ForeignField, { option }: FormBox): boolean =>
  kind === "tick" || option !== undefined;

function heardAs(field: ForeignField, entry: FieldEntry, box: FormBox, widget: PDFDict): HeardField {
  const { tooltip } = field;
  if (!isMark(field, box)) return { role: "tv", tooltip };
  return { role: hasFlag(widget, "radio") ? "rb" : "cb", isOn: isOn(entry, box), tooltip };
}

/** Draws a field nobody fills as the form pictures it, or says what stands in it. */
function keep(filler: Filler, { field }: ReadField, boxes: BoxToFill[], isStale: boolean): void {
  for (const to of boxes) {
    if (isCaptioned(to.widget!)) continue;
    const isOld = isStale && field !== undefined && isWritten(field) && to.box.option === undefined;
    const picture = isOld ? undefined : oldPicture(to.widget!);
    if (picture) to.overlay.picture(picture, to.element);
    else if (field) filler.fill(field, asItIs(field), [to]);
  }
}

const isWritten = ({ kind }: ForeignField): boolean => kind !== "tick" && kind !== "signature";

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
