import { PDFArray, type PDFDict } from "pdf-lib";
import type { FieldOption } from "../foreign-form.ts";
import { dictAt, inherited, itemsOf, wordsOf } from "./dictionaries.ts";

/** The name a box's marked state goes by in the file; undefined when it has no pictures of its states. */
export function markedState(widget: PDFDict): string | undefined {
  const pictures = dictAt(widget, "AP");
  const states = pictures && dictAt(pictures, "N");
  return states
    ?.keys()
    .map((key) => key.decodeText())
    .find((state) => state !== "Off");
}

/** What choosing this box means: the form's own list of values goes before the name of the state. */
export function optionOf(widget: PDFDict, index: number): string {
  const state = markedState(widget);
  const values = inherited(widget, "Opt");
  const place = state !== undefined && /^\d+$/.test(state) ? Number(state) : index;
  const listed = values instanceof PDFArray ? wordsOf(values.lookup(place)) : undefined;
  return listed ?? state ?? String(index + 1);
}

/** The options of a drop-down or a list. */
export function listedOptions(field: PDFDict): FieldOption[] {
  const options = inherited(field, "Opt");
  if (!(options instanceof PDFArray)) return [];
  return itemsOf(options).flatMap((option) => {
    const parts = option instanceof PDFArray ? itemsOf(option).map(wordsOf) : [wordsOf(option)];
    const value = parts[0];
    return value === undefined ? [] : [{ value, label: parts[1] ?? value }];
  });
}

/** The first value of a field that may hold several. */
export function firstValue(field: PDFDict): string | undefined {
  const value = inherited(field, "V");
  return wordsOf(value instanceof PDFArray ? value.lookup(0) : value);
}
